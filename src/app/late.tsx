import { lazy, Suspense, type ComponentType } from "react";

/** A view that is loaded when it is first shown; until then its room is kept. */
function late<P extends object>(load: () => Promise<ComponentType<P>>) {
  const Loaded = lazy(async () => ({ default: await load() }));
  return function Late(props: P) {
    return (
      <Suspense fallback={<div className="view-to-come" />}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}

/** The first path is not to wait for the charts. */
export const Charts = late(() => import("../views/charts/Charts").then(({ Charts }) => Charts));

/** Loaded with the first rule that is written. */
export const RulePage = late(() => import("./RulePage").then(({ RulePage }) => RulePage));

/** Loaded with the first network. */
export const NetworkPage = late(() => import("./NetworkPage").then(({ NetworkPage }) => NetworkPage));

/** Loaded when a step is first taken apart. */
export const InsideStep = late(() =>
  import("../views/inside-step/InsideStep").then(({ InsideStep }) => InsideStep),
);

/** The curves of a network in a frame. */
export const NetworkCurves = late(() =>
  import("../views/frame/NetworkCurves").then(({ NetworkCurves }) => NetworkCurves),
);
