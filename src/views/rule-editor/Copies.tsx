import { pythonCode } from "../../experiment/python-code";
import { programToMathml } from "../../formula/emit/mathml";
import { toTex } from "../../formula/emit/tex";
import { CopyButtons } from "../../ui/CopyButtons";
import type { EditedRule } from "./use-edited-rule";

/** The rule to take along: for a paper, and as the code of a run that walks by it. */
export function Copies({ edited: { spec, program, runs } }: { edited: EditedRule }) {
  const [run] = runs;
  const frameworks =
    run === undefined
      ? []
      : ([
          ["PyTorch", "pytorch"],
          ["Keras", "keras"],
        ] as const);
  return (
    <CopyButtons
      copies={[
        { name: "TeX", textOf: () => toTex(programToMathml(program)) },
        ...frameworks.map(([name, framework]) => ({ name, textOf: () => pythonCode(spec, run!, framework) })),
      ]}
    />
  );
}
