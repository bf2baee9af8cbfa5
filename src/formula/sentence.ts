/** What stands in a place of a sentence; a sentence itself where it is a part of another. */
export type Value = string | number | Refusal;

/**
 * Why something cannot be used, as data: an English sentence with places {0}, {1} ..., by which other languages know
 * it, and what stands in them. `inWords` says it.
 */
export type Refusal = { readonly sentence: string; readonly values: readonly Value[] };

/** As many values as a sentence has places. */
type ValuesOf<S extends string> = S extends `${string}{3}${string}`
  ? [Value, Value, Value, Value]
  : S extends `${string}{2}${string}`
    ? [Value, Value, Value]
    : S extends `${string}{1}${string}`
      ? [Value, Value]
      : S extends `${string}{0}${string}`
        ? [Value]
        : [];

/** Makes refusals of certain sentences, so that none is made that another language does not have. */
export const refusing =
  <Sentences extends string>() =>
  <S extends Sentences>(sentence: S, ...values: ValuesOf<S>): Refusal => ({ sentence, values });

/** A refusal in words: in English, or as `said` has its sentences. */
export const inWords = (
  { sentence, values }: Refusal,
  said: (english: string) => string = (english) => english,
): string =>
  said(sentence).replace(/\{(\d)\}/g, (_, place) => {
    const value = values[Number(place)]!;
    return typeof value === "object" ? inWords(value, said) : String(value);
  });
