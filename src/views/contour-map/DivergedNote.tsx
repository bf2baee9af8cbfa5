import { useRef } from "react";
import { divergedText } from "./diverged-text";
import { drawnRuns } from "./drawn-runs";
import { useFrame } from "../playback/use-frame";
import type { Viewport } from "./viewport";
import type { Wedge } from "./wedge";

/** What became of a diverged run, in words beside the wedge it left by. */
export function DivergedNote({ viewport, run }: { readonly viewport: Viewport; readonly run: number }) {
  const note = useRef<SVGTextElement>(null);
  useFrame((state) => {
    if (!note.current) return;
    const drawn = drawnRuns(state, [run], viewport)[0];
    note.current.style.display = drawn?.diverged ? "" : "none";
    if (!drawn?.diverged) return;
    const { x, y, isRight } = notePlace(drawn.wedge, viewport);
    note.current.textContent = divergedText(drawn.diverged);
    note.current.setAttribute("x", String(x));
    note.current.setAttribute("y", String(y));
    note.current.setAttribute("text-anchor", isRight ? "end" : "start");
  });
  return <text ref={note} className="contour-map-diverged" />;
}

function notePlace(wedge: Wedge | undefined, { width, height }: Viewport) {
  const [wx, wy] = wedge?.at ?? [width / 2, 0];
  const isRight = wx > width / 2;
  const x = isRight ? Math.min(wx - 14, width - 20) : Math.max(wx + 14, 20);
  return { x, y: Math.min(Math.max(wy + 5, 17), height - 9), isRight };
}
