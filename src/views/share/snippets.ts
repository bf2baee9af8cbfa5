/** Where a frame is put. */
export const hosts = ["html", "markdown", "myst", "docusaurus", "reveal", "moodle", "element"] as const;
export type HostKind = (typeof hosts)[number];

type Embedded = {
  /** Address of the page, up to its hash. */
  readonly page: string;
  /** The hash of the frame's link, `embed=1` included. */
  readonly hash: string;
  readonly title: string;
  /** In pixels. */
  readonly height: number;
};

/** What an author pastes to have a frame in a page of that kind. */
export function snippetFor(kind: HostKind, { page, hash, title, height }: Embedded): string {
  const src = `"${escaped(`${page}#${hash}`)}"`;
  const named = `title="${escaped(title)}"`;
  switch (kind) {
    case "html":
    case "markdown":
      return `<iframe src=${src} ${named} width="100%" height="${height}" loading="lazy" style="border: 0"></iframe>`;
    case "myst":
      return `:::{iframe} ${page}#${hash}\n:width: 100%\n:title: ${title}\n\n${title}\n:::`;
    case "docusaurus":
      return `<iframe src=${src} ${named} width="100%" height="${height}" loading="lazy" style={{ border: 0 }} />`;
    case "reveal":
      return `<section>\n  <iframe data-src=${src} ${named} width="100%" height="${height}" style="border: 0"></iframe>\n</section>`;
    case "moodle":
      return `<iframe src=${src} ${named} width="100%" height="${height}"></iframe>`;
    case "element": {
      const script = escaped(new URL("ravine-1.js", page).href);
      const inner = hash
        .split("&")
        .filter((part) => !/^(embed|origins)=/.test(part))
        .join("&");
      return `<script type="module" src="${script}"></script>\n<ravine-lab hash="${escaped(inner)}" ${named}></ravine-lab>`;
    }
  }
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };

/** As it stands in an attribute between double quotes. */
const escaped = (text: string) => text.replace(/[&"<>]/g, (character) => entities[character]!);
