import { late } from "../../ui/late";
import { Menu } from "../../ui/Menu";
import { RuleFormula, useRule } from "../formula/RuleFormula";
import type { WholeRule as Whole } from "../formula/whole-rule";
import type { CardShape } from "./card-shape";
import type { ShownRun } from "./use-run";
import { runWords } from "../../words/en/run";
import { said } from "../../words/speak";

/** Loaded when it is first opened: with it come TeX and Python. */
const WholeRule = late(() => import("./WholeRule").then(({ WholeRule }) => WholeRule));

/** Lines of a rule a card has room for. */
const linesShown: Readonly<Record<CardShape, number>> = { wide: 2, square: 2, row: 0, table: 6, detail: 2 };

type Props = {
  readonly shown: ShownRun;
  readonly whole: Whole;
  readonly shape: CardShape;
  readonly lit: string | undefined;
};

/**
 * The update rule in mathematical type, as much of it as a card of that shape has room for: all that runs, else the
 * rule without what stands around it, else its last line. Pressed, it is shown whole and explained.
 */
export function Rule({ shown, whole, shape, lit }: Props) {
  const { optimizer, rule, run, values } = shown;
  const bare = useRule(rule, values, run.schedule !== undefined);
  const room = linesShown[shape];
  // A schedule's lines are too long for a card.
  const choices = run.schedule ? [bare] : [whole.lines, bare];
  const lines = choices.find(({ length }) => length <= room) ?? bare.slice(-1);
  const rest = whole.lines.length - lines.length;
  const label = runWords().ruleOf(said(optimizer.name));
  return (
    <div className="run-card-rule" data-cut={rest > 0 && lines.length === 1 ? "" : undefined}>
      <Menu
        label={runWords().wholeRule(label)}
        button={
          room === 0 ? (
            <span className="run-card-rest">{runWords().rule}</span>
          ) : (
            <>
              <RuleFormula lines={lines} label={label} lit={lit} />
              {rest > 0 && (
                <span className="run-card-rest">
                  {lines === bare ? runWords().moreLines(rest) : runWords().whole}
                </span>
              )}
            </>
          )
        }
      >
        <WholeRule shown={shown} whole={whole} label={label} lit={lit} />
      </Menu>
    </div>
  );
}
