import type { State } from "../store/store";

/** What a frame tells its host unasked. */
export type News =
  | { readonly method: "ready" }
  | { readonly method: "height"; readonly params: { readonly height: number } }
  | { readonly method: "progress"; readonly params: { readonly step: number; readonly steps: number } }
  | { readonly method: "done" }
  | { readonly method: "problem"; readonly params: { readonly message: string; readonly field: string } };

/** What a change of the state is worth telling: each problem once, what is computed, and its end. */
export function newsBetween(before: State, now: State): News[] {
  const news: News[] = [];
  if (now.problems !== before.problems)
    for (const problem of now.problems)
      if (!before.problems.some((known) => isSame(known, problem)))
        news.push({ method: "problem", params: { message: problem.message, field: problem.field } });
  if (now.execution !== before.execution && now.execution.status === "failed")
    news.push({ method: "problem", params: { message: now.execution.message, field: "execution" } });
  const isNew = now.recording !== before.recording || now.recorded !== before.recorded;
  if (isNew && now.recorded > 0)
    news.push({ method: "progress", params: { step: now.recorded - 1, steps: now.recording.steps } });
  const isDone = ({ execution, recorded }: State) => execution.status === "complete" && recorded > 0;
  if (isDone(now) && (!isDone(before) || now.recording !== before.recording)) news.push({ method: "done" });
  return news;
}

const isSame = (a: { field: string; message: string }, b: { field: string; message: string }) =>
  a.field === b.field && a.message === b.message;
