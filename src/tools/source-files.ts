import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** A file under src/ with all that it refers to, for the test of the architecture. */
export type SourceFile = {
  /** Below src/, with slashes: `engine/client.ts`. */
  readonly path: string;
  readonly isTest: boolean;
  /** What it imports, also as type or on demand: a path below src/, or a package's specifier. */
  readonly imports: readonly string[];
  /** What it names by `new URL("./x", import.meta.url)`: paths below src/. */
  readonly addresses: readonly string[];
  /** The free-standing and dotted names it speaks, `location`, `navigator.gpu`; members of other things are left out. */
  readonly names: ReadonlySet<string>;
};

const src = fileURLToPath(new URL("../", import.meta.url));

/** Every TypeScript file under src/. */
export function readSourceFiles(): SourceFile[] {
  return readdirSync(src, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
    .map((path) => parseSource(path, readFileSync(join(src, path), "utf8")));
}

/** What one file's text refers to; a path without extension is completed from the disk. */
export function parseSource(path: string, text: string): SourceFile {
  const imports: string[] = [];
  const addresses: string[] = [];
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const imported = importedBy(node);
    if (imported !== undefined) imports.push(resolve(path, imported));
    const address = addressIn(node);
    if (address !== undefined) addresses.push(resolve(path, address));
    if (ts.isIdentifier(node) && !isLabel(node)) names.add(node.text);
    if (ts.isPropertyAccessExpression(node))
      names.add(node.getText().replace(/\?|\s|^(window|self|globalThis)\??\./g, ""));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return { path, isTest: /\.test\.tsx?$/.test(path), imports, addresses, names };
}

/** The specifier of an import, export from, `import()`, or `import("...")` type. */
function importedBy(node: ts.Node): string | undefined {
  const literal =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : undefined;
  return literal && ts.isStringLiteralLike(literal) ? literal.text : undefined;
}

/** The first argument of `new URL("...", import.meta.url)`. */
function addressIn(node: ts.Node): string | undefined {
  if (!ts.isNewExpression(node) || node.expression.getText() !== "URL") return undefined;
  const [address, base] = node.arguments ?? [];
  return address && ts.isStringLiteralLike(address) && base?.getText() === "import.meta.url"
    ? address.text
    : undefined;
}

/** Whether a name is a member's or property's, and so says nothing of the global of that name. */
function isLabel(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isJsxAttribute(parent)) &&
      parent.name === node)
  );
}

/** A relative specifier as a path below src/, without Vite's `?url`; a package's as it is. */
function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  const path = posix.join(dirname(from), specifier.replace(/\?.*$/, ""));
  const isFile = (candidate: string) =>
    existsSync(join(src, candidate)) && statSync(join(src, candidate)).isFile();
  // "./" marks it as a path, so that a folder of ours is never taken for a package.
  return `./${[path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find(isFile) ?? path}`;
}
