import type { Store } from "./store";
import { writingRules } from "./writing-rules";
import { writingSurface } from "./writing-surface";

/**
 * What a visitor can do while writing a rule or a surface. Text that can be read goes into the spec and runs; text that
 * cannot stays in `editing`, and the spec keeps the last that could. A draft outlives its editor, but not a change of
 * what it is a draft of from elsewhere, such as going back.
 */
export const writingOf = (store: Store) => ({
  ...writingRules(store),
  ...writingSurface(store),
  closeEditor: () => store.setState({ editing: undefined }),
});
