import type { referenceWords } from "../../words/en/reference";

type GroupName = keyof ReturnType<typeof referenceWords>["groups"];

/** Rules that are kin, as the menus show them: the key of a heading and the ids beneath it. */
type Group = { readonly name: GroupName; readonly ids: readonly string[] };

const groups: readonly Group[] = [
  { name: "plain", ids: ["sgd", "momentum", "nesterov"] },
  { name: "adaptive", ids: ["adagrad", "adadelta", "rmsprop", "rmsprop-centered"] },
  { name: "sign", ids: ["rprop", "lion"] },
  { name: "adam", ids: ["adam", "amsgrad", "adamw", "adamax", "nadam", "radam"] },
  { name: "averaging", ids: ["schedule-free"] },
];

/** The ids of a registry in groups; what no group names stands at the end. */
export function groupsOf(ids: readonly string[]): Group[] {
  const known = groups.map((group) => ({ ...group, ids: group.ids.filter((id) => ids.includes(id)) }));
  const grouped = new Set(known.flatMap((group) => group.ids));
  const others = { name: "others" as const, ids: ids.filter((id) => !grouped.has(id)) };
  return [...known, others].filter((group) => group.ids.length > 0);
}
