/** What can be saved, and as what; in the order of the page. */
export const kinds = [
  { kind: "stage", formats: ["PNG", "SVG"] },
  { kind: "charts", formats: ["PNG", "SVG"] },
  { kind: "animation", formats: ["WebM", "GIF"] },
  { kind: "recording", formats: ["CSV", "JSON"] },
  { kind: "script", formats: ["PyTorch", "Keras"] },
] as const;

export type Kind = (typeof kinds)[number]["kind"];
export type Format = (typeof kinds)[number]["formats"][number];
