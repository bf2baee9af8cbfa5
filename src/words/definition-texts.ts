import { modifiers, type ModifierId } from "../modifiers/index";
import { networks } from "../networks/index";
import { settingGroups, settings, type Setting, type Settings } from "../networks/settings";
import { optimizers } from "../optimizers/index";
import { presets } from "../presets/index";
import { schedules } from "../schedules/index";
import { surfaces } from "../surfaces/index";
import type { Subject } from "../surfaces/surface";

type Named = { readonly name: string };

/** The definitions' texts in another language, by their ids: one that is missing does not compile. */
export type DefinitionTexts = {
  readonly optimizers: Readonly<Record<keyof typeof optimizers, Named>>;
  readonly surfaces: Readonly<Record<keyof typeof surfaces, Named>>;
  readonly schedules: Readonly<Record<keyof typeof schedules, Named>>;
  readonly modifiers: Readonly<Record<ModifierId, Named & { readonly word: string }>>;
  readonly networks: Readonly<Record<keyof typeof networks, Named & { readonly teaches: string }>>;
  readonly settings: {
    readonly [K in keyof Settings]: {
      readonly word: string;
      readonly hint: string;
      readonly said: string;
    } & (Settings[K] extends string ? { readonly words: Readonly<Record<Settings[K], string>> } : unknown);
  };
  readonly presets: Readonly<Record<keyof typeof presets, Named & { readonly lesson: string }>>;
  readonly subjects: Readonly<Record<Subject, string>>;
  /** By their English names. */
  readonly settingGroups: Readonly<Record<string, string>>;
  /** What numbers and symbols are, by their English: many definitions say the same. */
  readonly phrases: Readonly<Record<string, string>>;
};

type Texts = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** English and Chinese side by side: each text of a table with the definition's own of that name. */
const pairs = (definitions: object, table: object): [string, string][] =>
  Object.entries(table as Record<string, Texts>).flatMap(([id, texts]) => {
    const english = (definitions as Record<string, Texts>)[id]!;
    return Object.entries(texts).flatMap(([field, text]): [string, string][] =>
      typeof text === "string"
        ? [[english[field] as string, text]]
        : textPairs(english[field] as Texts, text),
    );
  });
const textPairs = (english: Texts, chinese: Texts): [string, string][] =>
  Object.entries(chinese).map(([id, text]) => [english[id] as string, text as string]);

/** Every text of a definition in another language, by its English. */
export const byEnglish = (texts: DefinitionTexts): ReadonlyMap<string, string> =>
  new Map([
    ...pairs(optimizers, texts.optimizers),
    ...pairs(surfaces, texts.surfaces),
    ...pairs(schedules, texts.schedules),
    ...pairs(modifiers, texts.modifiers),
    ...pairs(networks, texts.networks),
    ...pairs(settings, texts.settings),
    ...pairs(presets, texts.presets),
    ...Object.entries({ ...texts.subjects, ...texts.settingGroups, ...texts.phrases }),
  ]);

/** Every English text of a definition that the page shows: all of them are to have their Chinese. */
export function* definitionTexts(): Generator<string> {
  for (const { name, hyperparameters, words, variants = {} } of Object.values(optimizers)) {
    yield name;
    for (const written of [{ hyperparameters, words }, ...Object.values(variants)]) {
      for (const { word } of Object.values(written.hyperparameters)) yield word;
      yield* Object.values(written.words);
    }
  }
  for (const { name, parameters = {} } of Object.values(surfaces)) {
    yield name;
    for (const { word } of Object.values(parameters)) yield word;
  }
  for (const { name, parameters } of Object.values(schedules)) {
    yield name;
    for (const { word } of Object.values(parameters)) yield word;
  }
  for (const { name, word } of Object.values(modifiers)) yield* [name, word];
  for (const { name, teaches } of Object.values(networks)) yield* [name, teaches];
  for (const setting of Object.values(settings) as Setting<unknown>[]) {
    yield* [setting.word, setting.hint, setting.said];
    if (setting.kind === "choice") yield* Object.values(setting.words);
  }
  for (const { name } of settingGroups) yield name;
  for (const { name, lesson } of Object.values(presets)) yield* [name, lesson];
}
