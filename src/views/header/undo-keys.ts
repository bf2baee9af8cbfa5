type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** What a key asks of the history: Ctrl or Cmd with Z, with Shift and Z, or with Y. */
export function undoKey({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): "undo" | "redo" | undefined {
  if (altKey || ctrlKey === metaKey) return undefined;
  if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo";
  return key.toLowerCase() === "y" && !shiftKey ? "redo" : undefined;
}
