import { changedSettings, type SettingName } from "../../experiment/changed-settings";
import type { NetworkSpec } from "../../experiment/spec";
import { said } from "../../words/speak";

/** The settings that a spec has otherwise than usual, in the page's language: "dropout 0.2". */
export const changedInWords = (spec: NetworkSpec): { name: SettingName; words: string }[] =>
  changedSettings(spec, said);
