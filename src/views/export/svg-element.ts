/** An SVG element as text, with what is in it: escaped text, or elements already written. */
export function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  text?: string,
  inner = "",
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join("");
  const content = text === undefined ? inner : escaped(text);
  return content ? `<${name}${written}>${content}</${name}>` : `<${name}${written}/>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  '"': "&quot;",
  "<": "&lt;",
  ">": "&gt;",
};

/** As it stands in XML; what XML has no place for is left out. */
const escaped = (text: string) =>
  text
    .replace(/[&"<>]/g, (character) => entities[character]!)
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "");
