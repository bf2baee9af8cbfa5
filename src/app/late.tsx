import { lazy, Suspense, type ComponentType } from "react";

/** A view that is loaded when it is first shown; until then its room is kept. */
function late<P extends object>(load: () => Promise<ComponentType<P>>, room = "view-to-come") {
  const Loaded = lazy(async () => ({ default: await load() }));
  return function Late(props: P) {
    return (
      <Suspense fallback={<div className={room} />}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}

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
