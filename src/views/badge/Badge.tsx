import { useEffect, useState } from "react";
import { backendChoices, isSurfaceSpec, type BackendChoice } from "../../experiment/spec";
import type { ComputedBy } from "../../store/store";
import { Menu, MenuItem } from "../../ui/Menu";
import { useLab, useLabState } from "../store-context/store-context";
import "./badge.css";

/** Who computes what is shown: backend, precision and rate; opened, the adapter, the reason and the choice. */
export function Badge() {
  const { actions } = useLab();
  const by = useLabState(({ computedBy }) => computedBy);
  const choice = useLabState(({ spec }) => spec.backend);
  const isSurface = useLabState(({ spec }) => isSurfaceSpec(spec));
  // TensorFlow.js computes networks only.
  const choices = backendChoices.filter((backend) => backend !== "tfjs" || !isSurface || choice === "tfjs");
  return (
    <Menu className="badge" align="right" label={badgeLabel(by)} button={<Face by={by} />}>
      <dl className="badge-facts">
        <dt>Backend</dt>
        <dd>{by ? by.backend : "starting"}</dd>
        <dt>Adapter</dt>
        <dd>{by ? by.adapter : "not asked yet"}</dd>
        <dt>Precision</dt>
        <dd>{by ? by.precision : "not known yet"}</dd>
        <dt>Rate</dt>
        <dd>
          <Rate />, all runs together
        </dd>
      </dl>
      {by?.note !== undefined && <p className="badge-note">{by.note}</p>}
      {choices.map((backend) => (
        <MenuItem
          key={backend}
          name={names[backend]}
          note={notes[backend]}
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
      {by.note === undefined ? <Rate /> : <span className="badge-why">{by.note}</span>}
    </>
  ) : (
    <b>starting</b>
  );

const engineOf = ({ adapter, backend }: ComputedBy) =>
  backend === "cpu" ? "CPU" : backend === "webgpu" || adapter.startsWith("WebGPU") ? "WebGPU" : adapter;

const badgeLabel = (by: ComputedBy | undefined) =>
  by
    ? `Computed by ${by.backend} on ${by.adapter} in ${by.precision}; change the backend`
    : "Change the backend";

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
  if (rate === undefined) return "measuring";
  if (rate >= 1e6) return `${Number((rate / 1e6).toPrecision(2))} M steps/s`;
  return `${Math.round(Number(rate.toPrecision(3))).toLocaleString("en")} steps/s`;
}

const names: Readonly<Record<BackendChoice, string>> = {
  auto: "Choose for me",
  webgpu: "WebGPU",
  tfjs: "TensorFlow.js",
  cpu: "CPU",
};
const notes: Readonly<Record<BackendChoice, string>> = {
  auto: "WebGPU on a graphics card, else the fastest there is",
  webgpu: "float32, on a software adapter too",
  tfjs: "on WebGPU, WebAssembly or JavaScript, whichever is there",
  cpu: "JavaScript; float64 on surfaces, float32 on networks",
};
