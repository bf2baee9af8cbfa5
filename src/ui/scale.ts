/** How a slider's track maps to values: `decay` is logarithmic in 1 - value. */
export type Scale = "linear" | "log" | "decay";

/** Position 0 to 1 on the track of a value; clamped to its ends. */
export function positionOf(value: number, [least, most]: readonly [number, number], scale: Scale): number {
  const u = (v: number) => {
    switch (scale) {
      case "linear":
        return v;
      case "log":
        return Math.log(Math.max(v, Number.MIN_VALUE));
      case "decay":
        return -Math.log(Math.max(1 - v, Number.MIN_VALUE));
    }
  };
  return Math.min(1, Math.max(0, (u(value) - u(least)) / (u(most) - u(least))));
}

/** The value at a position, rounded to what a hand means: two significant digits. */
export function valueAt(position: number, [least, most]: readonly [number, number], scale: Scale): number {
  switch (scale) {
    case "linear":
      return rounded(least + (most - least) * position);
    case "log":
      return rounded(least * (most / least) ** position);
    case "decay":
      return Number((1 - rounded((1 - least) * ((1 - most) / (1 - least)) ** position)).toPrecision(12));
  }
}

/** Where a track has ticks: at decades, or for decays at 0, .5, .9 and 1 - 10^-k. */
export function ticksOf([least, most]: readonly [number, number], scale: Scale): number[] {
  switch (scale) {
    case "linear":
      return [least, (least + most) / 2, most];
    case "log": {
      const [from, to] = [Math.ceil(Math.log10(least) - 1e-9), Math.floor(Math.log10(most) + 1e-9)];
      return Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));
    }
    case "decay":
      return [0, 0.5, 0.9, 0.99, 0.999].filter((tick) => tick >= least && tick <= most);
  }
}

const rounded = (value: number) => Number(value.toPrecision(2));
