/** Letters of a label as they take room: a Chinese character takes that of almost two. */
export const labelLength = (label: string): number =>
  label.length + 0.8 * (label.match(/\p{Script=Han}/gu)?.length ?? 0);
