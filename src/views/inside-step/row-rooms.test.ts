import { expect, test } from "vitest";
import { rowRooms, type RowWidths } from "./row-rooms";

const short: RowWidths = [30, 60, 80, 60];
const long: RowWidths = [30, 90, 220, 70];
const longer: RowWidths = [30, 300, 420, 60];

test("rows that fit beside each other stand on one line each", () => {
  expect(rowRooms([short, long], 410)).toEqual(["line", "line"]);
});

test("the widest rows give way, until the columns of the others fit", () => {
  expect(rowRooms([short, long], 409)).toEqual(["line", "two"]);
  expect(rowRooms([short, longer, long], 410)).toEqual(["line", "three", "line"]);
  expect(rowRooms([short, longer, long], 520)).toEqual(["line", "two", "line"]);
});

test("numbers that leave their result no room beside them have it beneath", () => {
  expect(rowRooms([short, long], 319)).toEqual(["line", "three"]);
  expect(rowRooms([short, long], 100)).toEqual(["three", "three"]);
});
