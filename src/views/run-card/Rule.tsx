import { Menu } from "../../ui/Menu";
import { RuleFormula, useRule } from "../formula/RuleFormula";
import type { CardShape } from "./card-shape";
import type { ShownRun } from "./use-run";

/** Lines of a rule a card has room for; a longer rule shows its last, and the whole at one press. */
const linesShown: Readonly<Record<CardShape, number>> = { wide: 2, square: 2, row: 0, table: 6, detail: 2 };

/** The update rule in mathematical type, as much of it as a card of that shape has room for. */
export function Rule({ optimizer, rule, values, shape }: ShownRun & { shape: CardShape }) {
  const lines = useRule(rule, values);
  const label = `update rule of ${optimizer.name}`;
  const whole = <RuleFormula lines={lines} label={label} />;
  if (lines.length <= linesShown[shape]) return <div className="run-card-rule">{whole}</div>;
  return (
    <div className="run-card-rule">
      {linesShown[shape] > 0 && <RuleFormula lines={lines.slice(-1)} label={`last line of the ${label}`} />}
      <Menu
        className="run-card-more"
        button={shape === "row" ? "rule" : "whole rule"}
        label={`Whole ${label}`}
      >
        <div className="run-card-whole">{whole}</div>
      </Menu>
    </div>
  );
}
