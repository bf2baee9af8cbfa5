import { useEffect, useState } from "react";
import { badgeWords } from "../../words/en/badge";
import { formatCount } from "../number-format/number-format";
import { useLab } from "../store-context/store-context";

/** Steps a second. Written at most twice a second: a flickering number cannot be read. */
export function Rate() {
  const { store } = useLab();
  const [rate, setRate] = useState(() => store.getState().rate);
  useEffect(() => {
    const timer = setInterval(() => setRate(store.getState().rate), 500);
    return () => clearInterval(timer);
  }, [store]);
  return <span className="badge-rate">{rateText(rate)}</span>;
}

function rateText(rate: number | undefined): string {
  const words = badgeWords();
  if (rate === undefined) return words.measuring;
  if (rate >= 1e6) return words.stepsOfMillions(Number((rate / 1e6).toPrecision(2)));
  return words.stepsPerSecond(formatCount(Math.round(Number(rate.toPrecision(3)))));
}
