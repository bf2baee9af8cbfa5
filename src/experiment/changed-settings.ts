import { layersOf } from "../networks/layers";
import type { Network } from "../networks/network";
import { settings, type Setting, type Settings } from "../networks/settings";
import { settingNames, type NetworkSpec } from "./spec";

export type SettingName = keyof Settings;

/** Whether a setting says anything of a network: of one without hidden units, some do not. */
export const appliesTo = (name: SettingName, network: Network): boolean =>
  !settings[name].needsHidden || layersOf(network, network.hidden).length > 1;

/**
 * The settings that a spec has otherwise than usual, in a few words each: "dropout 0.2", "1,000 images". `said` turns the
 * definitions' texts into another language.
 */
export const changedSettings = (
  spec: NetworkSpec,
  said: (text: string) => string = (text) => text,
): { name: SettingName; words: string }[] =>
  settingNames
    .filter((name) => spec[name] !== settings[name].value)
    .map((name) => ({
      name,
      words: said(settings[name].said).replace("{}", said(valueInWords(settings[name], spec[name]))),
    }));

function valueInWords(setting: Setting<unknown>, value: Settings[SettingName]): string {
  return setting.kind === "choice"
    ? setting.words[String(value)]!
    : typeof value === "number"
      ? value.toLocaleString("en", { maximumFractionDigits: 6 })
      : "";
}
