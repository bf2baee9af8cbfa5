import { own } from "../../experiment/own";
import type { Convention } from "../../optimizers/optimizer";
import { referenceWords } from "../../words/en/reference";

/** What a convention is called. */
export const conventionName = (convention: Convention): string => referenceWords().conventions[convention];

type Others = Readonly<Partial<Record<Exclude<Convention, "pytorch">, string>>>;

/** In what a convention differs from PyTorch's, by optimizer. */
function differences(): Readonly<Record<string, Others>> {
  const words = referenceWords();
  return {
    momentum: { keras: words.velocity, textbook: words.meanNotSum },
    nesterov: { keras: words.velocity },
    adagrad: { keras: words.adagradKeras, textbook: words.rootOnly },
    adadelta: { keras: words.adadeltaKeras },
    rmsprop: { keras: words.underRoot, textbook: words.rmspropTextbook },
    "rmsprop-centered": { keras: words.underRoot },
    adam: { keras: words.shortForm },
    adamw: { keras: words.adamwKeras },
    adamax: { keras: words.adamaxKeras },
    nadam: { keras: words.nadamKeras },
    lion: { keras: words.lionKeras },
  };
}

/** How an optimizer in a convention differs from PyTorch's, in a few words; nothing where it is PyTorch's. */
export const differenceOf = (optimizer: string, convention: Convention): string | undefined =>
  convention === "pytorch" ? undefined : own(differences(), optimizer)?.[convention];

/** What one should know before comparing, in two words for the card: textbook momentum is slow by convention. */
export function warningOf(
  optimizer: string,
  convention: Convention,
  { beta = 0 }: Readonly<Record<string, number>>,
): string | undefined {
  if (optimizer !== "momentum" || convention !== "textbook" || beta === 0) return undefined;
  return referenceWords().slower(Number((1 / (1 - beta)).toPrecision(2)));
}
