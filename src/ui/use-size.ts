import { useLayoutEffect, useState } from "react";
import { boxOf } from "./page-scale";

type Size = { readonly width: number; readonly height: number };

/** What a scaled length may lack of a whole pixel. */
const rounding = 1e-3;

/** Measures an element, in whole pixels, before it is first painted and whenever it changes. */
export function useSize<E extends Element>(): readonly [(element: E | null) => void, Size | undefined] {
  const [element, setElement] = useState<E | null>(null);
  const [size, setSize] = useState<Size>();
  useLayoutEffect(() => {
    if (!element) return;
    const measure = () => {
      const { width, height } = boxOf(element);
      const next = { width: Math.floor(width + rounding), height: Math.floor(height + rounding) };
      setSize((known) => (known?.width === next.width && known.height === next.height ? known : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, size];
}
