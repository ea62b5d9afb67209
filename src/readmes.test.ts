import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const src = fileURLToPath(new URL(".", import.meta.url));

/** What a README describes, as seen from its folder. */
interface Folder {
  /** The source files in the folder, "hex.ts", and its subfolders, "text/". */
  readonly entries: readonly string[];
  /** The entries of a subfolder that has no README of its own, as "text/hex.ts"; `[]` for other entries. */
  readonly entriesOf: (entry: string) => readonly string[];
  /** Whether a path in a README exists: in its folder, in src, or in the project. */
  readonly exists: (path: string) => boolean;
  /** The files of the folder that a given file in it imports. */
  readonly importsOf: (file: string) => readonly string[];
}

const SOURCE = /\.(?:tsx?|mjs|css)$/;
const TEST = /\.test\.tsx?$/;
/**
 * Text in backticks that is a path: it ends in `/` or with one of our file extensions. A bare `*.ts` is not a
 * path.
 */
const PATH = /^(?!\*\.)[\w@./*-]+(?:\/|\.(?:tsx?|mjs|css|md))$/;

function listEntries(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || (SOURCE.test(entry.name) && !TEST.test(entry.name)))
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
}

function readFolder(folder: string): Folder {
  const roots = [folder, src, dirname(src)];
  return {
    entries: listEntries(folder),
    entriesOf: (entry) =>
      entry.endsWith("/") && !existsSync(join(folder, entry, "README.md"))
        ? listEntries(join(folder, entry)).map((inner) => `${entry}${inner}`)
        : [],
    exists: (path) => roots.some((root) => matchesAny(root, path)),
    importsOf: (file) =>
      Array.from(
        readFileSync(join(folder, file), "utf8").matchAll(/ from "\.\/(\w+)"/g),
        ([, name = ""]) => `${name}.ts`,
      ),
  };
}

/** Whether a path exists under a folder; a `*` in its last part matches any characters. */
function matchesAny(root: string, path: string): boolean {
  if (!path.includes("*")) return existsSync(join(root, path)) && isOfKind(join(root, path), path);
  const folder = join(root, dirname(path));
  return (
    existsSync(folder) && readdirSync(folder).some((name) => matches(name, path.split("/").at(-1) ?? ""))
  );
}

function isOfKind(found: string, path: string): boolean {
  return statSync(found).isDirectory() === path.endsWith("/");
}

/** Whether a name matches a pattern: the name itself, or with `*` for any characters. */
function matches(name: string, pattern: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\/]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]*")}$`).test(name);
}

/** The paths that a README contains in backticks. */
function listPaths(readme: string): readonly string[] {
  return Array.from(readme.matchAll(/`([^`\n]+)`/g), ([, code = ""]) => code).filter((code) =>
    PATH.test(code),
  );
}

/** Lists whose entries a README does not name individually: "`values.ts` and what it imports". */
function listLists(readme: string): readonly string[] {
  return Array.from(readme.matchAll(/`(\w+\.ts)` and what it imports/g), ([, file = ""]) => file);
}

/**
 * What is in the folder but not in the README, and what is in the README but does not exist. A subfolder
 * without a README of its own is named as a whole, `text/`, or file by file.
 */
function compareReadme(readme: string, { entries, entriesOf, exists, importsOf }: Folder) {
  const written = listPaths(readme);
  const paths = [...written, ...listLists(readme).flatMap(importsOf)];
  const findMissing = (entry: string): readonly string[] => {
    if (!entry.endsWith("/")) return paths.some((path) => matches(entry, path)) ? [] : [entry];
    if (paths.includes(entry)) return [];
    if (!paths.some((path) => path.startsWith(entry))) return [entry];
    return entriesOf(entry).flatMap(findMissing);
  };
  return { missing: entries.flatMap(findMissing), dead: written.filter((path) => !exists(path)) };
}

const readmes = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("README.md"))
  .map((path) => [join("src", dirname(path)), join(src, path)] as const);

describe("the README of a folder", () => {
  it.each(readmes)("%s names what is in it, and nothing that is not there", (_, path) => {
    expect(compareReadme(readFileSync(path, "utf8"), readFolder(dirname(path)))).toEqual({
      missing: [],
      dead: [],
    });
  });

  it.each(readmes)("%s is one screen", (_, path) => {
    expect(readFileSync(path, "utf8").trimEnd().split("\n").length).toBeLessThanOrEqual(60);
  });

  it("is missing what it does not name, and dead what is not there", () => {
    const folder: Folder = {
      entries: ["hex.ts", "hexTerm.ts", "textTerm.ts", "text/"],
      entriesOf: () => [],
      exists: (path) => path === "hex.ts" || path === "*Term.ts",
      importsOf: () => [],
    };
    expect(compareReadme("`hex.ts`, `*Term.ts`, `gone.ts`, `a < b`, `Rule.check`", folder)).toEqual({
      missing: ["text/"],
      dead: ["gone.ts"],
    });
  });

  it("names a subfolder as a whole, or each file in it", () => {
    const folder: Folder = {
      entries: ["plan/"],
      entriesOf: () => ["plan/plan.ts", "plan/resolve.ts"],
      exists: () => true,
      importsOf: () => [],
    };
    expect(compareReadme("`plan/`", folder).missing).toEqual([]);
    expect(compareReadme("`plan/plan.ts`", folder).missing).toEqual(["plan/resolve.ts"]);
    expect(compareReadme("`plan/plan.ts` and `plan/re*.ts`", folder).missing).toEqual([]);
  });

  it("need not name the files that a list imports, and no others", () => {
    const folder: Folder = {
      entries: ["values.ts", "guid.ts", "date.ts"],
      entriesOf: () => [],
      exists: () => true,
      importsOf: (file) => (file === "values.ts" ? ["date.ts"] : []),
    };
    expect(compareReadme("`values.ts` and what it imports", folder).missing).toEqual(["guid.ts"]);
    expect(compareReadme("`values.ts`", folder).missing).toEqual(["guid.ts", "date.ts"]);
  });

  it("is there in every folder of src", () => {
    const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(
      folders.map(({ name }) => name).filter((name) => !existsSync(join(src, name, "README.md"))),
    ).toEqual([]);
  });
});
