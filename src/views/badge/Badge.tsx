import { useEffect, useState } from "react";
import { backendChoices, isSurfaceSpec } from "../../experiment/spec";
import type { ComputedBy } from "../../store/store";
import { Menu, MenuItem } from "../../ui/Menu";
import { useLab, useLabState } from "../store-context/store-context";
import { badgeWords } from "../../words/en/badge";
import { formatCount } from "../number-format/number-format";
import { Explain } from "../explain/Explain";
import "./badge.css";

/** Who computes what is shown: backend, precision and rate; opened, the adapter, the reason and the choice. */
export function Badge() {
  const { actions } = useLab();
  const words = badgeWords();
  const by = useLabState(({ computedBy }) => computedBy);
  const choice = useLabState(({ spec }) => spec.backend);
  const isSurface = useLabState(({ spec }) => isSurfaceSpec(spec));
  // TensorFlow.js computes networks only.
  const choices = backendChoices.filter((backend) => backend !== "tfjs" || !isSurface || choice === "tfjs");
  return (
    <Menu className="badge" align="right" label={badgeLabel(by)} button={<Face by={by} />}>
      <dl className="badge-facts">
        <dt>{words.backend}</dt>
        <dd>{by ? by.backend : words.starting}</dd>
        <dt>{words.adapter}</dt>
        <dd>{by ? by.adapter : words.notAsked}</dd>
        <dt>{words.precision}</dt>
        <dd>{by ? by.precision : words.notKnown}</dd>
        <dt>{words.rate}</dt>
        <dd>
          <Rate />
          {words.together}
        </dd>
      </dl>
      <p className="badge-explain">
        <Explain of="acceleration">{words.acceleration}</Explain>
      </p>
      {by?.note !== undefined && <p className="badge-note">{badgeWords().reason(by.note)}</p>}
      {choices.map((backend) => (
        <MenuItem
          key={backend}
          name={words.names[backend]}
          note={words.notes[backend]}
          isCurrent={backend === choice}
          onChoose={() => actions.setBackend(backend)}
        />
      ))}
    </Menu>
  );
}

const Face = ({ by }: { by: ComputedBy | undefined }) =>
  by ? (
    <>
      <b>{engineOf(by)}</b>
      <span>{by.precision}</span>
      <span className="badge-dot">·</span>
      {by.note === undefined ? <Rate /> : <span className="badge-why">{badgeWords().reason(by.note)}</span>}
    </>
  ) : (
    <b>{badgeWords().starting}</b>
  );

const engineOf = ({ adapter, backend }: ComputedBy) =>
  backend === "cpu" ? "CPU" : backend === "webgpu" || adapter.startsWith("WebGPU") ? "WebGPU" : adapter;

const badgeLabel = (by: ComputedBy | undefined) =>
  by ? badgeWords().label(by.backend, by.adapter, by.precision) : badgeWords().change;

/** Steps a second. Written at most twice a second: a flickering number cannot be read. */
function Rate() {
  const { store } = useLab();
  const [rate, setRate] = useState(() => store.getState().rate);
  useEffect(() => {
    const timer = setInterval(() => setRate(store.getState().rate), 500);
    return () => clearInterval(timer);
  }, [store]);
  return <span className="badge-rate">{rateText(rate)}</span>;
}

function rateText(rate: number | undefined): string {
  const words = badgeWords();
  if (rate === undefined) return words.measuring;
  if (rate >= 1e6) return words.stepsOfMillions(Number((rate / 1e6).toPrecision(2)));
  return words.stepsPerSecond(formatCount(Math.round(Number(rate.toPrecision(3)))));
}
