import { lazy, Suspense, type ComponentProps } from "react";

const LateRulePage = lazy(() => import("./RulePage").then(({ RulePage }) => ({ default: RulePage })));
const LateNetworkPage = lazy(() =>
  import("./NetworkPage").then(({ NetworkPage }) => ({ default: NetworkPage })),
);

/** Loaded with the first rule that is written: the opening page has no use for it. */
export const RulePage = (props: ComponentProps<typeof LateRulePage>) => (
  <Suspense fallback={<div className="view-to-come" />}>
    <LateRulePage {...props} />
  </Suspense>
);

/** Loaded with the first network. */
export const NetworkPage = (props: ComponentProps<typeof LateNetworkPage>) => (
  <Suspense fallback={<div className="view-to-come" />}>
    <LateNetworkPage {...props} />
  </Suspense>
);
