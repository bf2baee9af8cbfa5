import { labelParts } from "./labels";

/** The names where there is room for no more than an optimizer's; cut in the middle where two would else be alike. */
export function shortLabels(labels: readonly string[]): string[] {
  const short = labels.map((label) => shortLabel(label));
  return short.map((cut, i) =>
    short.indexOf(cut) === short.lastIndexOf(cut) ? cut : shortLabel(labels[i]!, true),
  );
}

/** A visitor may call a run anything. */
function shortLabel(label: string, keepsEnd = false): string {
  if ([...label].length <= longestShown) return label;
  const [name, ending] = labelParts(label);
  const room = Math.max(1, longestShown - 1 - ending.length);
  const last = keepsEnd ? Math.ceil(room / 2) : 0;
  const letters = [...name];
  const part = (from: number, to: number) => letters.slice(from, to).join("");
  return `${part(0, room - last).replace(/[\s,，]+$/, "")}…${part(letters.length - last, letters.length)}${ending}`;
}

const longestShown = 17;
