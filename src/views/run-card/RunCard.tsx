import type { ReactNode } from "react";
import { symbolOf } from "../../formula/emit/symbol";
import {
  hyperparametersOf,
  isSurfaceSpec,
  maximumRuns,
  parametersOf,
  refusalOf,
  type RunSpec,
} from "../../experiment/spec";
import { optimizers, resolveOptimizer } from "../../optimizers/index";
import type { Optimizer } from "../../optimizers/optimizer";
import { resolveSurface } from "../../surfaces/index";
import { isShown } from "../../store/store";
import { DuplicateIcon, EyeIcon, RemoveIcon, SoloIcon } from "../../ui/icons";
import { Menu, MenuItem } from "../../ui/Menu";
import { NumberField } from "../../ui/NumberField";
import { Slider } from "../../ui/Slider";
import { Mathml } from "../formula/Mathml";
import { RuleFormula, useRule } from "../formula/RuleFormula";
import { runLabels } from "../run-mark/labels";
import { LineSample } from "../run-mark/RunMark";
import { useLab, useLabState } from "../store-context/store-context";
import { scentOf, stabilityLimit } from "./scent";
import "./run-card.css";

export type CardShape = "wide" | "square" | "row" | "table" | "detail";

/** A run of a network, as the head of its row: its name; if short, its learning rate, and all else at one press. */
export function RunHead({ index, isShort }: { index: number; isShort: boolean }) {
  const { actions } = useLab();
  const spec = useLabState(({ spec }) => spec);
  const run = spec.runs[index];
  if (!run) return null;
  const optimizer = resolveOptimizer(run.optimizer);
  const values = hyperparametersOf(run, optimizer);
  const label = runLabels(spec)[index] ?? optimizer.name;
  const { lr } = optimizer.hyperparameters;
  return (
    <div className="run-head" data-run={run.number}>
      <OptimizerMenu index={index} run={run} label={label} />
      {isShort && lr && (
        <label>
          <Symbol name="lr" />
          <NumberField
            label={`${label}: ${lr.word}`}
            value={values.lr!}
            onCommit={(value) => actions.setHyperparameter(index, "lr", value)}
            refusalOf={(value) => refusalOf("lr", value, lr)}
          />
        </label>
      )}
      {isShort && (
        <Menu className="run-card-more" button="more" label={`More of ${label}`}>
          <RunCard index={index} shape="table" />
        </Menu>
      )}
    </div>
  );
}

/** A run's name, rule, sliders and actions: the caption of its own map. */
export function RunCard({ index, shape }: { index: number; shape: CardShape }) {
  const spec = useLabState(({ spec }) => spec);
  const run = spec.runs[index];
  if (!run) return null;
  const optimizer = resolveOptimizer(run.optimizer);
  const values = hyperparametersOf(run, optimizer);
  const names = Object.keys(optimizer.hyperparameters);
  const label = runLabels(spec)[index] ?? optimizer.name;
  return (
    <section className={`run-card run-card-${shape}`} data-run={run.number} aria-label={label}>
      <div className="run-card-identity">
        <OptimizerMenu index={index} run={run} label={label} />
        <MoreMenu index={index} names={names.slice(2)} values={values} run={run} />
      </div>
      <Rule optimizer={optimizer} values={values} shape={shape} />
      <div className="run-card-sliders">
        {names.slice(0, 2).map((name) => (
          <HyperparameterSlider
            key={name}
            index={index}
            name={name}
            values={values}
            run={run}
            label={label}
          />
        ))}
      </div>
      <RunActions index={index} run={run} label={label} />
    </section>
  );
}

/** A run in one line, over its lane on a phone. */
export function RunLine({ index }: { index: number }) {
  const spec = useLabState(({ spec }) => spec);
  const run = spec.runs[index];
  if (!run) return null;
  const lr = hyperparametersOf(run, resolveOptimizer(run.optimizer)).lr;
  return (
    <div className="run-line" data-run={run.number}>
      <b>
        <LineSample run={run.number} />
        {runLabels(spec)[index]}
      </b>
      <span>
        <Symbol name="lr" /> {lr}
      </span>
    </div>
  );
}

/** Lines of a rule a card has room for; a longer rule shows its last, and the whole at one press. */
const linesShown: Readonly<Record<CardShape, number>> = { wide: 2, square: 2, row: 0, table: 6, detail: 2 };

function Rule({ optimizer, values, shape }: { optimizer: Optimizer; values: Values; shape: CardShape }) {
  const lines = useRule(optimizer, values);
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

function OptimizerMenu({ index, run, label }: { index: number; run: RunSpec; label: string }) {
  const { actions } = useLab();
  return (
    <Menu
      className="run-card-name"
      label={`${label}: change the optimizer`}
      button={
        <>
          <LineSample run={run.number} />
          {label}
        </>
      }
    >
      {Object.entries(optimizers).map(([id, { name, reference }]) => (
        <MenuItem
          key={id}
          name={name}
          note={reference.replace(/,? (doi|arXiv).*$/, "")}
          isCurrent={id === run.optimizer}
          onChoose={() => actions.changeOptimizer(index, id)}
        />
      ))}
    </Menu>
  );
}

type Values = Readonly<Record<string, number>>;

function MoreMenu({
  index,
  run,
  names,
  values,
}: {
  index: number;
  run: RunSpec;
  names: string[];
  values: Values;
}) {
  const { actions } = useLab();
  const { hyperparameters } = resolveOptimizer(run.optimizer);
  const first = names.at(-1);
  return (
    <div className="run-card-convention">
      PyTorch convention
      {first !== undefined && (
        <>
          {" · "}
          <Menu button={`${symbolText(first)} ${values[first]}, more`} className="run-card-more">
            <div className="run-card-fields">
              {names.map((name) => (
                <label key={name}>
                  <Symbol name={name} />
                  <span>{hyperparameters[name]!.word}</span>
                  <NumberField
                    label={hyperparameters[name]!.word}
                    value={values[name]!}
                    onCommit={(value) => actions.setHyperparameter(index, name, value)}
                    refusalOf={(value) => refusalOf(name, value, hyperparameters[name]!)}
                    width={72}
                  />
                </label>
              ))}
            </div>
          </Menu>
        </>
      )}
    </div>
  );
}

/** A hyperparameter's slider with its scent and theory's limit, where there are any. */
export function HyperparameterSlider(props: {
  index: number;
  name: string;
  run: RunSpec;
  values: Values;
  label: string;
}) {
  const { index, name, run, values, label } = props;
  const { actions } = useLab();
  const spec = useLabState(({ spec }) => spec);
  const sweep = useLabState(({ sweeps }) => sweeps.find((s) => s.run === index && s.hyperparameter === name));
  const optimizer = resolveOptimizer(run.optimizer);
  const definition = optimizer.hyperparameters[name]!;
  const limit =
    name === "lr" && isSurfaceSpec(spec)
      ? stabilityLimit(optimizer, values, resolveSurface(spec.surface), parametersOf(spec))
      : undefined;
  return (
    <Slider
      label={`${label}: ${definition.word}`}
      symbol={<Symbol name={name} />}
      word={definition.word}
      value={values[name]!}
      range={definition.range}
      scale={definition.scale}
      onChange={(value) => actions.setHyperparameter(index, name, value)}
      refusalOf={(value) => refusalOf(name, value, definition)}
      scent={sweep && scentOf(sweep, definition)}
      limit={limit === undefined ? undefined : { value: limit, word: "diverges" }}
    />
  );
}

function RunActions({ index, run, label }: { index: number; run: RunSpec; label: string }) {
  const { actions } = useLab();
  const shown = useLabState((state) => isShown(state, run.number));
  const isSolo = useLabState(({ solo }) => solo === run.number);
  const isFull = useLabState(({ spec }) => spec.runs.length >= maximumRuns);
  const button = (
    name: string,
    icon: ReactNode,
    act: () => void,
    more: { pressed?: boolean; disabled?: boolean } = {},
  ) => (
    <button
      type="button"
      title={name}
      aria-label={`${name}: ${label}`}
      aria-pressed={more.pressed}
      disabled={more.disabled}
      onClick={act}
    >
      {icon}
    </button>
  );
  return (
    <div className="run-card-actions">
      {button(shown ? "Hide" : "Show", <EyeIcon isClosed={!shown} />, () => actions.toggleHidden(run.number))}
      {button("Show alone", <SoloIcon />, () => actions.toggleSolo(run.number), { pressed: isSolo })}
      {button("Duplicate", <DuplicateIcon />, () => actions.duplicateRun(index), { disabled: isFull })}
      {button("Remove", <RemoveIcon />, () => actions.removeRun(index))}
    </div>
  );
}

/** A hyperparameter's letter as papers print it. */
export const Symbol = ({ name }: { name: string }) => <Mathml node={symbolOf(name)} label={name} />;

const symbolText = (name: string) => (name === "eps" ? "ε" : name === "dampening" ? "τ" : name);
