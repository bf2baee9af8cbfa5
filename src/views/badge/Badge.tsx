import type { ComputedBy } from "../../store/store";
import { late } from "../../ui/late";
import { Menu } from "../../ui/Menu";
import { useLabState } from "../store-context/store-context";
import { badgeWords } from "../../words/en/badge";
import { Rate } from "./Rate";
import "./badge.css";

const BadgePanel = late(() => import("./BadgePanel").then(({ BadgePanel }) => BadgePanel));

/** Who computes what is shown: backend, precision and rate; opened, the adapter, the reason and the choice. */
export function Badge() {
  const by = useLabState(({ computedBy }) => computedBy);
  return (
    <Menu className="badge" align="right" label={badgeLabel(by)} button={<Face by={by} />}>
      <BadgePanel by={by} />
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
