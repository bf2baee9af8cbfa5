/** What the names within the schedules are, by schedule and name; their parameters have words of their own. */
export const scheduleWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "one-cycle": {
    rise: "how far up it is, 0 to 1",
    fall: "how far down it is, 0 to 1",
    up: "share of the rate on the way up",
    down: "share of the rate on the way down",
  },
  plateau: {
    scale: "what the cuts have left of the rate",
    better: "1 where the loss is better, else 0",
    best: "best loss so far",
    bad: "steps since the loss was better",
    cut: "1 where the rate is cut, else 0",
  },
};
