import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { actionsOf } from "./actions";
import { maximumLinkLength } from "./parse-link";
import { followAddress } from "./permalink";
import { createRavineStore } from "./store";

const pushState = vi.fn();
const replaceState = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("location", { hash: "" });
  vi.stubGlobal("history", { pushState, replaceState });
  vi.stubGlobal("addEventListener", () => {});
  pushState.mockClear();
  replaceState.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a link that nobody could read is not pushed; that is said once, and no more when it fits again", () => {
  const store = createRavineStore();
  followAddress(store, true);
  const actions = actionsOf(store);
  const write = (comment: number) => {
    actions.writeRule(`theta = theta - lr * g # ${"%".repeat(comment)}`);
    vi.advanceTimersByTime(1000);
  };
  const problems = () => store.getState().problems;
  actions.openRules();
  write(1);
  expect(pushState).toHaveBeenCalledTimes(1);
  write(1500);
  expect(problems()).toMatchObject([
    { field: "link", message: expect.stringMatching(/^the link would have 4,\d{3} char/) },
  ]);
  expect(problems()[0]!.message).toContain("at most 4,000 can be read, so the address was left as it was");
  const said = problems();
  write(1501);
  expect(problems()).toBe(said);
  actions.dismissProblems();
  write(1502);
  expect(problems()).toEqual([]);
  expect(pushState).toHaveBeenCalledTimes(1);
  write(2);
  expect(pushState).toHaveBeenCalledTimes(2);
  write(1500);
  expect(problems()).toHaveLength(1);
  write(3);
  expect(problems()).toEqual([]);
  for (const [, , hash] of pushState.mock.calls as [null, string, string][])
    expect(hash.length).toBeLessThanOrEqual(maximumLinkLength);
});

test("a zoom is in the address, but is no entry to go back to; what is changed after it is one", () => {
  const store = createRavineStore();
  followAddress(store, true);
  const actions = actionsOf(store);
  for (const end of [4, 2, 1]) {
    actions.setView({ window: { surface: "ravine", x: [-end, end], y: [0, end] } });
    vi.advanceTimersByTime(1000);
  }
  expect(pushState).not.toHaveBeenCalled();
  expect(replaceState).toHaveBeenLastCalledWith(null, "", "#window=-1,1,0,1");
  actions.setStart([1, 1]);
  vi.advanceTimersByTime(1000);
  expect(pushState).toHaveBeenCalledTimes(1);
  expect(pushState).toHaveBeenLastCalledWith(null, "", "#start=1,1&window=-1,1,0,1");
});
