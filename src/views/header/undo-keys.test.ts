import { expect, test } from "vitest";
import { undoKey } from "./undo-keys";

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  ["Ctrl+Z takes back", { key: "z", ctrlKey: true }, "undo"],
  ["Cmd+Z takes back", { key: "z", metaKey: true }, "undo"],
  [
    "Ctrl+Shift+Z makes again, whatever the keyboard calls the letter",
    { key: "Z", ctrlKey: true, shiftKey: true },
    "redo",
  ],
  ["Ctrl+Y makes again", { key: "y", ctrlKey: true }, "redo"],
  ["Z alone is a letter", { key: "z" }, undefined],
  ["Alt makes another key of it", { key: "z", ctrlKey: true, altKey: true }, undefined],
])("%s", (_, key, expected) => expect(undoKey({ ...none, ...key })).toBe(expected));
