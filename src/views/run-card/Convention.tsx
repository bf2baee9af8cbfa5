import { conventionsOf } from "../../optimizers/optimizer";
import { Menu, MenuItem } from "../../ui/Menu";
import { conventionName, differenceOf, warningOf } from "../reference/convention-words";
import { useLab } from "../store-context/store-context";
import type { ShownRun } from "./use-run";
import { runWords } from "../../words/en/run";

/** In whose convention a run's rule is written; pressed, the others there are. A visitor's rule is open for changes. */
export function Convention({ index, spec, run, optimizer, values, label }: ShownRun) {
  const { actions } = useLab();
  if (spec.rules.some(({ name }) => name === run.optimizer))
    return (
      <span>
        {runWords().yourRule}{" "}
        <button
          type="button"
          className="run-card-edit"
          aria-label={runWords().editRule(label)}
          onClick={() => actions.editRule(run.optimizer)}
        >
          {runWords().edit}
        </button>
      </span>
    );
  const conventions = conventionsOf(optimizer);
  const warning = warningOf(run.optimizer, run.convention, values);
  const name = conventionName(run.convention);
  const usual = optimizer.call?.startsWith("torch.optim") ? runWords().asTorch : runWords().asAuthors;
  const words = (
    <>
      {name}
      {warning ? (
        <span className="run-card-warning">{runWords().warning(warning)}</span>
      ) : (
        <span className="run-card-long">{runWords().convention}</span>
      )}
    </>
  );
  if (conventions.length < 2) return <span>{words}</span>;
  return (
    <Menu
      className="run-card-more"
      button={words}
      label={runWords().conventionOf(name, label)}
      title={differenceOf(run.optimizer, run.convention)}
    >
      {conventions.map((convention) => (
        <MenuItem
          key={convention}
          name={conventionName(convention)}
          note={differenceOf(run.optimizer, convention) ?? usual}
          isCurrent={convention === run.convention}
          onChoose={() => actions.setConvention(index, convention)}
        />
      ))}
    </Menu>
  );
}
