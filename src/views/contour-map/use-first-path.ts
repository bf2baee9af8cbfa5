import { useEffect, useState } from "react";
import { firstPath, isFirstPathDrawn } from "./drawn-mark";

/** Milliseconds after which what waits for the first path comes without it: there may be nothing that could be drawn. */
const longest = 1000;

/** False until the first path is on the screen, or has had its time since it was recorded: for what may come a moment later. */
export function useFirstPath(isRecorded: boolean): boolean {
  const [isOver, setIsOver] = useState(isFirstPathDrawn);
  useEffect(() => {
    if (isOver) return;
    let isWaiting = true;
    const end = () => isWaiting && setIsOver(true);
    void firstPath.then(end);
    const timer = isRecorded ? setTimeout(end, longest) : undefined;
    return () => {
      isWaiting = false;
      clearTimeout(timer);
    };
  }, [isRecorded, isOver]);
  return isOver;
}
