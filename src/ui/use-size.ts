import { useLayoutEffect, useState } from "react";

type Size = { readonly width: number; readonly height: number };

/** Measures an element, in whole pixels, before it is first painted and whenever it changes. */
export function useSize<E extends Element>(): readonly [(element: E | null) => void, Size | undefined] {
  const [element, setElement] = useState<E | null>(null);
  const [size, setSize] = useState<Size>();
  useLayoutEffect(() => {
    if (!element) return;
    const measure = () => {
      const { width, height } = element.getBoundingClientRect();
      const next = { width: Math.floor(width), height: Math.floor(height) };
      setSize((known) => (known?.width === next.width && known.height === next.height ? known : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, size];
}
