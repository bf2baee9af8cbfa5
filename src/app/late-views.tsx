import { lazy, Suspense, type ComponentProps } from "react";

const Loaded = lazy(() =>
  import("../views/network-view/NetworkView").then((module) => ({ default: module.NetworkView })),
);

const LoadedInside = lazy(() =>
  import("../views/inside-step/InsideStep").then((module) => ({ default: module.InsideStep })),
);

/** Loaded with the first network: the opening page has no use for it. */
export const NetworkView = (props: ComponentProps<typeof Loaded>) => (
  <Suspense fallback={<div className="view-to-come" />}>
    <Loaded {...props} />
  </Suspense>
);

/** Loaded when a step is first taken apart. */
export const InsideStep = (props: ComponentProps<typeof LoadedInside>) => (
  <Suspense fallback={<div className="view-to-come" />}>
    <LoadedInside {...props} />
  </Suspense>
);
