import { lazy, Suspense, useSyncExternalStore, type ComponentType, type ReactNode } from "react";
import { Boundary, NotLoaded } from "./Boundary";

/**
 * A view that is loaded when it is first shown; until then something keeps its room. Where it does not come it says so, and
 * can be asked for again.
 */
export function late<P extends object>(
  load: () => Promise<ComponentType<P>>,
  meanwhile: (props: P) => ReactNode = () => null,
): ComponentType<P> {
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const begin = () =>
    lazy(() =>
      load().then(
        (view) => ({ default: view }),
        (error: unknown) => {
          throw new NotLoaded("a part of the page did not load", { cause: error });
        },
      ),
    );
  let current = begin();
  // React remembers what did not come: another try needs another. All places that show the view have it at once.
  const again = () => {
    current = begin();
    for (const listener of listeners) listener();
  };

  return function Late(props: P) {
    const Loaded = useSyncExternalStore(subscribe, () => current);
    return (
      <Boundary of={Loaded} onRetry={again}>
        <Suspense fallback={meanwhile(props)}>
          <Loaded {...props} />
        </Suspense>
      </Boundary>
    );
  };
}
