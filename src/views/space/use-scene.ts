import { useLayoutEffect, useRef, useState } from "react";
import { createScene, reliefTokensAt, type ReliefScene } from "./scene";
import type { HeightField } from "./height-field";

/**
 * Keeps a scene alive as long as the caller is mounted, with that surface in that theme's tokens. It is drawn into `host`;
 * `isMissing` where there is no WebGL, or no longer.
 */
export function useScene(field: HeightField, theme: string) {
  const host = useRef<HTMLDivElement>(null);
  const scene = useRef<ReliefScene>(undefined);
  const [isMissing, setMissing] = useState(false);

  useLayoutEffect(() => {
    if (!host.current) return;
    // A canvas whose context was given up gets no other: each scene has its own.
    const canvas = document.createElement("canvas");
    const onLost = () => setMissing(true);
    try {
      scene.current = createScene(canvas);
    } catch {
      onLost();
      return;
    }
    canvas.addEventListener("webglcontextlost", onLost);
    host.current.append(canvas);
    return () => {
      canvas.removeEventListener("webglcontextlost", onLost);
      canvas.remove();
      scene.current?.dispose();
      scene.current = undefined;
    };
  }, []);
  useLayoutEffect(() => scene.current?.setField(field), [field]);
  useLayoutEffect(() => {
    if (host.current) scene.current?.setTokens(reliefTokensAt(host.current));
  }, [theme]);
  return { host, scene, isMissing };
}
