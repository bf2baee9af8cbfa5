import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { isSurfaceSpec } from "../../experiment/spec";
import { shownWindow } from "../../store/store";
import { windowOfPaths } from "../contour-map/paths-window";
import type { SurfaceMap } from "../contour-map/surface-map";
import { fit, isSmall, type Viewport } from "../contour-map/viewport";
import { isWhole, panned } from "../contour-map/gesture-moves";
import { around, zoomed, type Window } from "../contour-map/zoom";
import { useLab, useLabState } from "../store-context/store-context";
import { createCamera, type Camera } from "./camera";
import { drawnPaths } from "./drawn-paths";
import { followGestures } from "./gestures";
import { stepOfZoom, zoomKey } from "./zoom-keys";
import { FitIcon, LensIcon, MinusIcon, PlusIcon, WholeIcon } from "./zoom-icons";
import { stageWords } from "../../words/en/stage";
import "./zoom.css";

/** The buttons that zoom all maps of a stage; and, as long as they are there, gestures and keys that do the same. */
export function Zoom({ map }: { readonly map: SurfaceMap }) {
  const { store, actions } = useLab();
  const { surface, viewport, controls } = map;
  const { width, height } = viewport;
  const home = useMemo(() => fit(surface, width, height), [surface, width, height]);
  const isZoomed = useLabState((state) => shownWindow(state) !== undefined);
  const buttons = useRef<HTMLDivElement>(null);
  const camera = useRef<Camera>(undefined);
  const [isOpen, setIsOpen] = useState(false);
  const isFolded = isSmall(viewport);

  const show = (window: Window | undefined) => {
    const { spec } = store.getState();
    if (!isSurfaceSpec(spec)) return;
    actions.setView({ window: window && { x: window.x, y: window.y, surface: spec.surface } });
  };
  const zoomBy = (factor: number) => camera.current?.go((from) => zoomed(from, factor));
  const fitPaths = () => {
    const paths = drawnPaths(store.getState());
    if (paths) camera.current?.go(() => around(windowOfPaths(paths.paths, paths.start, home), viewport));
  };
  const latest = useRef({ show, viewport, home });

  useLayoutEffect(() => {
    latest.current = { show, viewport, home };
    camera.current?.drew(viewport, home);
  });
  useEffect(() => {
    const stage = buttons.current?.closest<HTMLElement>(".stage");
    if (!stage) return;
    const made = createCamera(stage, latest.current, (to: Viewport) =>
      latest.current.show(isWhole(to, latest.current.home) ? undefined : to),
    );
    camera.current = made;
    const unfollow = followGestures(stage, made);
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.defaultPrevented || !(target instanceof Element)) return;
      if ((!stage.contains(target) && target !== document.body) || target.closest(typing)) return;
      const key = zoomKey(event, target.closest(".contour-map") !== null);
      if (!key) return;
      event.preventDefault();
      if (key.kind === "zoom") made.go((from) => zoomed(from, key.factor));
      else if (key.kind === "pan") made.go((from) => panned(from, key.by));
      else made.go(() => latest.current.home);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      camera.current = undefined;
      unfollow();
      made.stop();
    };
  }, []);

  if (!controls) return null;
  const words = stageWords();
  const button = (name: string, keys: string, icon: ReactNode, onClick: () => void, isIdle = false) => (
    <button type="button" aria-label={name} title={`${name}${keys}`} aria-disabled={isIdle} onClick={onClick}>
      {icon}
    </button>
  );
  const place = {
    ...(controls.x1 > width / 2 ? { right: width - controls.x1 } : { left: controls.x0 }),
    ...(controls.y1 > height / 2 ? { bottom: height - controls.y1 } : { top: controls.y0 }),
  };
  return (
    <div ref={buttons} className="zoom" role="group" aria-label={words.zoom} style={place}>
      {isFolded && (
        <button
          type="button"
          aria-label={words.zoom}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <LensIcon />
        </button>
      )}
      {(!isFolded || isOpen) && (
        <>
          {button(words.zoomIn, words.zoomInKeys, <PlusIcon />, () => zoomBy(stepOfZoom))}
          {button(words.zoomOut, " (−)", <MinusIcon />, () => zoomBy(1 / stepOfZoom))}
          {button(words.fit, "", <FitIcon />, fitPaths)}
          {button(words.whole, " (0)", <WholeIcon />, () => camera.current?.go(() => home), !isZoomed)}
        </>
      )}
    </div>
  );
}

/** Where keys are letters, or move something of their own. */
const typing = 'input, select, textarea, [contenteditable], dialog, [role="dialog"], [role="menu"]';
