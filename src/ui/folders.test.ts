import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { specifiers, withoutComments } from "../testing/imports";

const ui = fileURLToPath(new URL(".", import.meta.url));

/**
 * The folders of the page, lowest first, and the other panes and features that each may import. All of them
 * may import `kit`, which imports none; `app` puts them together, and may import all.
 */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  kit: [],
  context: [],
  help: [],
  http: [],
  workspace: [],
  body: [],
  explain: ["context", "body"],
  problems: ["explain"],
  input: ["context"],
  history: [],
  compare: ["context", "history"],
  search: ["context"],
  session: ["context", "compare", "input"],
  tree: ["context", "problems", "input"],
  xml: ["context", "problems", "input", "history"],
  bytes: ["input"],
  craft: ["context", "input", "history"],
  export: ["context", "problems"],
  keep: ["input"],
};
const TOP = "app";

interface Edge {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const slashed = (path: string): string => path.split(sep).join("/");
const folderOf = (path: string): string => path.split("/")[0] ?? "";

const files = readdirSync(ui, { recursive: true, encoding: "utf8" })
  .map(slashed)
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));

const read = (file: string): string => readFileSync(join(ui, file), "utf8");

/** The imports of a file from other folders of the page. */
function listEdges(file: string): readonly Edge[] {
  const from = folderOf(file);
  return specifiers(read(file))
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => slashed(relative(ui, join(ui, dirname(file), specifier))))
    .filter((path) => !path.startsWith("../"))
    .map((path) => ({ file, from, to: folderOf(path) }))
    .filter(({ to }) => to !== from);
}

function isAllowed({ from, to }: Edge): boolean {
  if (to === TOP) return false;
  if (from === TOP) return true;
  return FOLDERS[from]?.includes(to) === true || (to === "kit" && from !== "kit");
}

const edges = files.flatMap(listEdges);

describe("the folders of the page", () => {
  it("import what the table allows, and nothing imports what puts the page together", () => {
    expect(edges.length).toBeGreaterThan(200);
    expect(edges.filter((edge) => !isAllowed(edge)).map(({ file, to }) => `${file} → ${to}`)).toEqual([]);
    expect(isAllowed({ file: "kit/rowText.ts", from: "kit", to: "tree" })).toBe(false);
    expect(isAllowed({ file: "tree/rows.ts", from: "tree", to: "app" })).toBe(false);
  });

  it("are all in the table, which allows nothing that is not used and nothing upward", () => {
    const found = new Set(files.map(folderOf));
    found.delete(TOP);
    expect([...found].sort()).toEqual(Object.keys(FOLDERS).sort());
    const used = new Set(edges.map(({ from, to }) => `${from} → ${to}`));
    const order = Object.keys(FOLDERS);
    const allowed = Object.entries(FOLDERS).flatMap(([from, some]) => some.map((to) => ({ from, to })));
    expect(allowed.filter(({ from, to }) => !used.has(`${from} → ${to}`))).toEqual([]);
    expect(allowed.filter(({ from, to }) => order.indexOf(to) >= order.indexOf(from))).toEqual([]);
  });

  it("have no file beside them", () => {
    const beside = readdirSync(ui, { withFileTypes: true }).filter((entry) => !entry.isDirectory());
    expect(beside.map(({ name }) => name).sort()).toEqual(["README.md", "folders.test.ts"]);
  });
});

describe("code that the page loads later", () => {
  /** An `import()` of a type, which is no code, and one inside `later`, `laterCode` or what calls them. */
  const DONE_RIGHT = /\btypeof import\(|\b(?:later|laterCode|dialog)\(\s*(?:"[^"]*",\s*)?\(\) => import\(/g;

  it("is loaded in one way", () => {
    const others = files.filter((file) => {
      const code = withoutComments(read(file));
      return (code.match(/\bimport\(/g) ?? []).length !== (code.match(DONE_RIGHT) ?? []).length;
    });
    expect(others).toEqual([]);
    expect(files.filter((file) => /\bimport\(/.test(read(file))).length).toBeGreaterThan(10);
    expect(files.filter((file) => /\blazy\b.*from "react"/.test(read(file)))).toEqual([]);
  });
});
