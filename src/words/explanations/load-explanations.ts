import { languageSpoken } from "../speak";
import type { Explanations } from "./explanations";

/** The explanations in the language spoken, fetched when one is first asked for. */
export const loadExplanations = async (): Promise<Explanations> =>
  (await (languageSpoken() === "zh" ? import("./zh") : import("./en"))).explanations;
