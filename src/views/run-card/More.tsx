import { Menu, MenuGroup } from "../../ui/Menu";
import { numberText } from "../../ui/number-text";
import { symbolText } from "../formula/Symbol";
import { CompareRates } from "./CompareRates";
import { namesWithoutSlider } from "./HyperparameterSlider";
import { HyperparameterFields } from "./HyperparameterFields";
import { ModifierFields } from "./ModifierFields";
import { RunPlace } from "./RunPlace";
import { ScheduleFields } from "./ScheduleFields";
import type { ShownRun } from "./use-run";
import { runWords } from "../../words/en/run";
import "./fields.css";

type Props = { readonly shown: ShownRun; readonly on: readonly string[]; readonly lit: string | undefined };

/** What is switched on or has no slider, in a few words; pressed, all of it to be set. */
export function More({ shown, on, lit }: Props) {
  const { rule, values, label } = shown;
  const names = namesWithoutSlider(rule);
  const told = runWords();
  const last = names.at(-1);
  // A run with a name of its own says its optimizer's on this line, too; a visitor's rule that it can be edited.
  const isOwn = shown.spec.rules.some(({ name }) => name === shown.run.optimizer);
  const hasRoom = shown.run.label === undefined && !isOwn;
  const words = on.length
    ? on.map(unbroken).join(" · ")
    : hasRoom && last && `${symbolText(last)} ${numberText(values[last]!)}`;
  const text = words ? words + told.commaMore : told.more;
  return (
    <Menu
      className="run-card-more run-card-more-words"
      label={told.moreOf(text, label)}
      title={on.length ? on.join(", ") : undefined}
      button={
        <>
          {words && <span className="run-card-words">{words}</span>}
          <span className="run-card-more-word">{words ? told.commaMore : told.more}</span>
        </>
      }
    >
      <div className="run-card-fields">
        <MenuGroup name={told.thisRun}>
          <RunPlace {...shown} />
          <CompareRates {...shown} />
        </MenuGroup>
        {names.length > 0 && (
          <MenuGroup name={told.hyperparameters}>
            <HyperparameterFields names={names} shown={shown} lit={lit} />
          </MenuGroup>
        )}
        <MenuGroup name={told.scheduleGroup}>
          <ScheduleFields {...shown} />
        </MenuGroup>
        <MenuGroup name={told.around}>
          <ModifierFields {...shown} lit={lit} />
        </MenuGroup>
      </div>
    </Menu>
  );
}

/** Where the line may break, it does so between two words of what is on, not within one: "clip 1". */
const unbroken = (text: string) => text.replaceAll(" ", "\u00a0");
