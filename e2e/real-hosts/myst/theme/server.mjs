// mystmd fetches its book theme from GitHub. This is the least that stands in for it: the theme's own renderer
// (myst-to-react, from the registry) and the two style rules that its frames ask for.
import { createServer } from "node:http";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { ThemeProvider } from "@myst-theme/providers";
import { DEFAULT_RENDERERS, MyST } from "myst-to-react";

const { PORT, CONTENT_CDN_PORT } = process.env;

createServer(async ({ url }, response) => {
  const [, slug, extension] = /^\/([\w-]*)(\.\w+)?$/.exec(url);
  // What else the builder asks of a theme: style sheets, maps of the site.
  if (extension && extension !== ".json") return response.end();
  const answer = await fetch(`http://localhost:${CONTENT_CDN_PORT}/content/${slug || "index"}.json`);
  if (extension) return response.end(await answer.text());
  const { mdast, frontmatter } = await answer.json();
  const page = createElement(
    ThemeProvider,
    { renderers: DEFAULT_RENDERERS },
    createElement("h1", undefined, frontmatter.title),
    createElement(MyST, { ast: mdast }),
  );
  response.end(`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${frontmatter.title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/plain.css" />
  </head>
  <body>${renderToStaticMarkup(page)}</body>
</html>`);
}).listen(PORT, "localhost", () => console.log(`http://localhost:${PORT}`));
