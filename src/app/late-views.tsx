import { lazy, Suspense, type ComponentProps } from "react";

const Loaded = lazy(() =>
  import("../views/network-view/NetworkView").then((module) => ({ default: module.NetworkView })),
);

/** Loaded with the first network: the opening page has no use for it. */
export const NetworkView = (props: ComponentProps<typeof Loaded>) => (
  <Suspense fallback={<div className="view-to-come" />}>
    <Loaded {...props} />
  </Suspense>
);
