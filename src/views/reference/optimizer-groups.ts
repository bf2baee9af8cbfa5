/** Rules that are kin, as the menus show them: a heading and the ids beneath it. */
type Group = { readonly name: string; readonly ids: readonly string[] };

const groups: readonly Group[] = [
  { name: "Plain, and with momentum", ids: ["sgd", "momentum", "nesterov"] },
  { name: "A rate for each coordinate", ids: ["adagrad", "adadelta", "rmsprop", "rmsprop-centered"] },
  { name: "By the gradient's sign", ids: ["rprop", "lion"] },
  { name: "Adam and its kin", ids: ["adam", "amsgrad", "adamw", "adamax", "nadam", "radam"] },
  { name: "By averaging the iterates", ids: ["schedule-free"] },
];

/** The ids of a registry in groups; what no group names stands at the end. */
export function groupsOf(ids: readonly string[]): Group[] {
  const known = groups.map((group) => ({ ...group, ids: group.ids.filter((id) => ids.includes(id)) }));
  const grouped = new Set(known.flatMap((group) => group.ids));
  const others = { name: "Others", ids: ids.filter((id) => !grouped.has(id)) };
  return [...known, others].filter((group) => group.ids.length > 0);
}
