import type { ComponentType } from "react";
import { late as lateView } from "../ui/late";
import type { CardShape } from "../views/run-card/card-shape";

/** A view that is loaded when it is first shown; until then its room is kept. */
const late = <P extends object>(
  load: () => Promise<ComponentType<P>>,
  room: string | ((props: P) => string) = "view-to-come",
) => lateView(load, (props) => <div className={typeof room === "string" ? room : room(props)} />);

/** The room of a run's card, or of its line, before they come. */
export const cardRoom = (shape: CardShape | "line"): string => `card-to-come card-to-come-${shape}`;

/** A run's name, rule and sliders over its map, or the same in one line: they come a moment after the first path. */
export const RunCard = late(
  () => import("../views/run-card/RunCard").then(({ RunCard }) => RunCard),
  ({ shape }) => cardRoom(shape),
);
export const RunLine = late(
  () => import("../views/run-card/RunLine").then(({ RunLine }) => RunLine),
  cardRoom("line"),
);

/** The layouts to choose from. */
export const LayoutChoice = late(() => import("./LayoutChoice").then(({ LayoutChoice }) => LayoutChoice), "");

/** The list of optimizers behind a button. */
export const AddRun = late(() => import("../views/add-run/AddRun").then(({ AddRun }) => AddRun), "");

/** The surface's formula and numbers. */
export const SurfaceLine = late(
  () => import("../views/objective-line/SurfaceLine").then(({ SurfaceLine }) => SurfaceLine),
  "surface-line-to-come",
);

/** The first path is not to wait for the charts. */
export const Charts = late(() => import("../views/charts/Charts").then(({ Charts }) => Charts));

/** What makes runs comparable, with the charts. */
export const Compare = late(
  () => import("../views/compare/Compare").then(({ Compare }) => Compare),
  "compare-to-come",
);

/** Loaded with the first rule that is written. */
export const RulePage = late(() => import("./RulePage").then(({ RulePage }) => RulePage));

/** Loaded with the first network. */
export const NetworkPage = late(() => import("./NetworkPage").then(({ NetworkPage }) => NetworkPage));

/** Loaded when a step is first taken apart. */
export const InsideStep = late(() =>
  import("../views/inside-step/InsideStep").then(({ InsideStep }) => InsideStep),
);

/** Loaded, and three with it, when a surface is first seen in space. */
export const Space = late(() => import("../views/space/Space").then(({ Space }) => Space));

/** The curves of a network in a frame. */
export const NetworkCurves = late(() =>
  import("../views/frame/NetworkCurves").then(({ NetworkCurves }) => NetworkCurves),
);
