import { problemOf, type Problem } from "../experiment/problem";
import { refuse } from "../words/link-sentences";

/** What a frame can do without, as `hide` names it. */
export const frameParts = ["stage", "rules", "charts", "controls", "playback"] as const;
export type FramePart = (typeof frameParts)[number];

/** How the page stands in another's frame. */
export type Frame = {
  readonly hide: readonly FramePart[];
  /** Origins whose messages are obeyed: any where undefined, none where empty. */
  readonly origins: readonly string[] | undefined;
};

/** More are not read. */
const mostOrigins = 16;

/** What a link says of the frame it is shown in; undefined where it is a page of its own. */
export function readFrame(looks: ReadonlyMap<string, string>, problems: Problem[]): Frame | undefined {
  const embed = looks.get("embed") ?? "0";
  if (embed !== "1") {
    if (embed !== "0") problems.push(problemOf("embed", refuse("embed must be 1 or 0")));
    for (const key of ["hide", "origins"].filter((key) => looks.has(key)))
      problems.push(problemOf(key, refuse("{0} belongs to embed=1 and was ignored", key)));
    return undefined;
  }
  const asked = listOf(looks.get("hide"));
  const unknown = asked.filter((name) => !isPart(name));
  if (unknown.length > 0)
    problems.push(problemOf("hide", refuse("hide takes a list of {0}", frameParts.join(", "))));
  const given = looks.get("origins");
  const origins = listOf(given).slice(0, mostOrigins);
  const refused = origins.filter((origin) => !isOrigin(origin));
  // Who is not well named is not obeyed, and neither is anybody else.
  if (refused.length > 0)
    problems.push(
      problemOf(
        "origins",
        refuse("origins takes a list such as https://example.org; what reads otherwise is not obeyed"),
      ),
    );
  return {
    hide: frameParts.filter((part) => asked.includes(part)),
    origins: given === undefined ? undefined : origins.filter(isOrigin),
  };
}

const listOf = (text = "") => text.split(",").filter(Boolean);

const isPart = (name: string): name is FramePart => (frameParts as readonly string[]).includes(name);

function isOrigin(text: string): boolean {
  try {
    return text === "null" || new URL(text).origin === text;
  } catch {
    return false;
  }
}

/** The frame's part of a link. */
export const writeFrame = ({ hide, origins }: Frame): readonly (readonly [string, string])[] => [
  ["embed", "1"],
  ...(hide.length > 0 ? [["hide", hide.join()] as const] : []),
  ...(origins ? [["origins", origins.join()] as const] : []),
];
