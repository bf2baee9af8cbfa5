import { expect, test } from "vitest";
import { optimizers } from "../../optimizers/index";
import { groupsOf } from "./optimizer-groups";

test("every registered optimizer stands in a group, once", () => {
  const ids = Object.keys(optimizers);
  const groups = groupsOf(ids);
  expect(groups.flatMap((group) => group.ids).toSorted()).toEqual(ids.toSorted());
  expect(groups.map(({ name }) => name)).not.toContain("others");
});

test("one that is in no group is shown all the same, and one that is gone is not", () => {
  expect(groupsOf(["muon", "adam"])).toEqual([
    { name: "adam", ids: ["adam"] },
    { name: "others", ids: ["muon"] },
  ]);
});
