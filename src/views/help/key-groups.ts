import { helpWords } from "../../words/en/help";

/** Keys that belong together, each with what it does; keys that do the same, or the reverse, stand side by side. */
type KeyGroup = {
  readonly title: string;
  readonly keys: readonly (readonly [keys: readonly string[], does: string])[];
};

/** All keys of the page, in the language spoken. */
export function keyGroups(): readonly KeyGroup[] {
  const words = helpWords();
  return [
    {
      title: words.playback,
      keys: [
        [[words.space], words.play],
        [["←", "→"], words.step],
        [["Home", "End"], words.ends],
        [["R"], words.replay],
        [["L"], words.loop],
        [["B"], words.branch],
        [["<", ">"], words.speed],
      ],
    },
    {
      title: words.maps,
      keys: [
        [["+", "−", `Ctrl ${words.wheel}`], words.zoom],
        [["0"], words.whole],
        [["Shift ← → ↑ ↓", `Shift ${words.drag}`], words.pan],
        [["← → ↑ ↓"], words.start],
      ],
    },
    {
      title: words.sliders,
      keys: [
        [["←", "→"], words.hundredth],
        [["Shift ←", "Shift →"], words.tenth],
        [["Page ↑", "Page ↓"], words.decade],
        [[words.doubleClick], words.usual],
      ],
    },
    {
      title: words.everywhere,
      keys: [
        [["Ctrl Z", "Ctrl Y"], words.undo],
        [["?"], words.help],
      ],
    },
  ];
}
