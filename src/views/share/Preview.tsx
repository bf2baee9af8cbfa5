import { useEffect, useRef, useState } from "react";
import { shareWords } from "../../words/en/share";

/** Quiet after a change before the preview follows, in milliseconds: ticking three boxes loads one frame. */
const settleTime = 300;

type Props = {
  readonly src: string;
  readonly height: number;
  /** The frame has told the height it takes. */
  readonly onHeight: (height: number) => void;
};

/** The frame as its readers will see it. */
export function Preview({ src, height, onHeight }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [settled, setSettled] = useState(src);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(src), settleTime);
    return () => clearTimeout(timer);
  }, [src]);
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent<unknown>) => {
      if (source !== frame.current?.contentWindow) return;
      const { method, params } = data as { method?: unknown; params?: { height?: unknown } };
      if (method === "height" && typeof params?.height === "number") onHeight(params.height);
    };
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, [onHeight]);
  return (
    // Of another address, a frame of its own: it would only hear of a changed hash, and keep what it hides.
    <iframe
      key={settled}
      ref={frame}
      className="share-preview"
      title={shareWords().preview}
      src={settled}
      height={height}
    />
  );
}
