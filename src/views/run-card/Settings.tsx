import type { WholeRule } from "../formula/whole-rule";
import { Convention } from "./Convention";
import { More } from "./More";
import { SymbolCaption } from "./SymbolCaption";
import { switchedOn } from "./switched-on";
import type { Lit } from "./use-lit";
import type { ShownRun } from "./use-run";

type Props = { readonly shown: ShownRun; readonly whole: WholeRule; readonly lit: Lit | undefined };

/**
 * The small line beneath a run's name: its convention, what is switched on, and all other settings at one press. A
 * symbol pointed at in the rule is explained in its place, so that nothing moves.
 */
export function Settings({ shown, whole, lit }: Props) {
  const on = switchedOn(shown.run);
  const meaning = lit?.isInRule ? whole.meanings.get(lit.name) : undefined;
  return (
    <div
      className="run-card-settings"
      data-explains={meaning && ""}
      data-named={shown.run.label === undefined ? undefined : ""}
      data-has-more={on.length > 0 ? "" : undefined}
    >
      {shown.run.label !== undefined && (
        <>
          <span className="run-card-optimizer">{shown.optimizer.name}</span>
          <span aria-hidden="true">·</span>
        </>
      )}
      <Convention {...shown} />
      <span aria-hidden="true">·</span>
      <More shown={shown} on={on} lit={lit?.name} />
      {meaning && (
        <span className="run-card-caption" aria-hidden="true">
          <SymbolCaption name={lit!.name} meaning={meaning} />
        </span>
      )}
    </div>
  );
}
