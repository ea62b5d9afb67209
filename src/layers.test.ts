import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { specifiers } from "./testing/imports";

const src = fileURLToPath(new URL(".", import.meta.url));

/** What a folder is allowed to import: other folders of src, and packages. */
interface Layer {
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}

const PURE = [
  "bytes",
  "xml",
  "wbxml",
  "document",
  "eas",
  "formats",
  "session",
  "lint",
  "assist",
  "craft",
  "compare",
  "find",
  "share",
];
const INTERFACE_PACKAGES = [
  "react",
  "react-dom",
  "lucide-react",
  "monaco-editor",
  "react-aria-components",
  "react-resizable-panels",
  "zustand",
];

/**
 * The map of the project: which folder can import which, lowest layer first. `index.ts` is the headless
 * surface, the file in src itself.
 */
const LAYERS: Readonly<Record<string, Layer>> = {
  bytes: { folders: [], packages: [] },
  xml: { folders: ["bytes"], packages: ["saxes"] },
  wbxml: { folders: ["bytes"], packages: [] },
  document: { folders: ["bytes", "wbxml", "xml"], packages: [] },
  eas: { folders: ["bytes", "wbxml"], packages: ["postal-mime"] },
  formats: { folders: ["bytes", "wbxml", "eas"], packages: ["@zip.js/zip.js"] },
  session: { folders: ["bytes", "wbxml", "document", "eas", "formats"], packages: [] },
  lint: { folders: ["bytes", "xml", "wbxml", "document", "eas", "formats", "session"], packages: [] },
  assist: { folders: ["bytes", "xml", "wbxml", "document", "eas", "session"], packages: [] },
  craft: { folders: ["bytes", "wbxml", "document", "eas", "session", "assist"], packages: [] },
  compare: { folders: ["bytes", "wbxml", "document", "session"], packages: [] },
  find: { folders: ["bytes", "wbxml", "document", "eas", "formats", "session"], packages: [] },
  share: { folders: ["bytes", "wbxml", "document", "eas", "formats"], packages: [] },
  "index.ts": { folders: PURE, packages: [] },
  worker: { folders: [...PURE, "index.ts"], packages: [] },
  browser: { folders: [], packages: [] },
  store: { folders: [...PURE, "index.ts", "worker", "browser"], packages: ["zustand", "idb"] },
  ui: { folders: [...PURE, "index.ts", "worker", "browser", "store"], packages: INTERFACE_PACKAGES },
};

const MEANINGLESS = new Set(["utils", "util", "helpers", "helper", "common", "core", "misc", "lib"]);

interface Import {
  readonly file: string;
  readonly from: string;
  readonly specifier: string;
}

function sourceFiles(): string[] {
  return readdirSync(src, { recursive: true, encoding: "utf8" })
    .map((path) => path.split(sep).join("/"))
    .filter((path) => /\.tsx?$/.test(path));
}

function isExempt(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith("testing/");
}

/** Type-only imports, which do not exist at run time. */
const TYPES_ONLY = /(?:^|[;\n])\s*(?:import|export)\s+type\b[^"';]*?\bfrom\s*["'][^"']+["']/g;

/** The files of src that a file imports at run time, statically or dynamically. */
function neededBy(file: string, known: ReadonlySet<string>): readonly string[] {
  const code = readFileSync(join(src, file), "utf8").replace(TYPES_ONLY, "");
  return specifiers(code)
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => join(dirname(file), specifier).split(sep).join("/"))
    .flatMap((path) => [path, `${path}.ts`, `${path}.tsx`].find((candidate) => known.has(candidate)) ?? []);
}

/**
 * The files that are part of an import cycle or import one that is: the files that remain after repeatedly
 * removing those that import none of the remaining ones.
 */
function inCircles(needs: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const left = new Map(needs);
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const [file, needed] of left) if (!needed.some((other) => left.has(other))) left.delete(file);
  }
  return [...left.keys()];
}

/** The folder of src that a path belongs to; for a file in src itself, its own name. */
function layerOf(path: string): string {
  return path.split("/")[0] ?? "";
}

function imports(files: readonly string[]): Import[] {
  return files.flatMap((file) =>
    specifiers(readFileSync(join(src, file), "utf8")).map((specifier) => ({
      file,
      from: layerOf(file),
      specifier,
    })),
  );
}

/** The target of an import: a folder of src, or the name of a package. */
function target({ file, specifier }: Import): { readonly folder: string } | { readonly package: string } {
  if (!specifier.startsWith("."))
    return {
      package: specifier
        .split("/")
        .slice(0, specifier.startsWith("@") ? 2 : 1)
        .join("/"),
    };
  const path = relative(src, join(src, dirname(file), specifier))
    .split(sep)
    .join("/");
  return { folder: path === "index" ? "index.ts" : layerOf(path) };
}

function isAllowed(found: Import): boolean {
  const layer = LAYERS[found.from];
  const to = target(found);
  if (layer === undefined) return false;
  if ("package" in to) return layer.packages.includes(to.package);
  return to.folder === found.from || layer.folders.includes(to.folder);
}

const files = sourceFiles();
const checked = files.filter((path) => !isExempt(path));
const found = imports(checked);

describe("the layers of src", () => {
  it("every import is one that the table allows", () => {
    expect(
      found.filter((one) => !isAllowed(one)).map(({ file, specifier }) => `${file} → ${specifier}`),
    ).toEqual([]);
  });

  it("every folder is in the table", () => {
    const folders = new Set(checked.map(layerOf));
    expect([...folders].filter((folder) => LAYERS[folder] === undefined)).toEqual([]);
  });

  it("nothing in the table may import what stands above it", () => {
    const order = Object.keys(LAYERS);
    const upward = order.flatMap((name, i) =>
      (LAYERS[name]?.folders ?? [])
        .filter((other) => order.indexOf(other) >= i)
        .map((other) => `${name} → ${other}`),
    );
    expect(upward).toEqual([]);
  });

  it("no pure folder may import what it does not use", () => {
    const used = new Set(found.map((one) => `${one.from} → ${JSON.stringify(target(one))}`));
    const unused = PURE.flatMap((name) =>
      [
        ...(LAYERS[name]?.folders ?? []).map((folder) => ({ folder })),
        ...(LAYERS[name]?.packages ?? []).map((one) => ({ package: one })),
      ].map((to) => `${name} → ${JSON.stringify(to)}`),
    ).filter((permission) => !used.has(permission));
    expect(unused).toEqual([]);
  });

  it("eas knows WBXML only as the interface it implements", () => {
    const known = found.filter((one) => one.from === "eas" && one.specifier.startsWith("../wbxml/"));
    expect(new Set(known.map(({ specifier }) => specifier))).toEqual(new Set(["../wbxml/codeSpace"]));
  });

  it("no file of the pure folders needs itself at run time, by way of others", () => {
    const pure = checked.filter((file) => PURE.includes(layerOf(file)));
    const known = new Set(pure);
    expect(inCircles(new Map(pure.map((file) => [file, neededBy(file, known)])))).toEqual([]);
    expect(neededBy("document/open.ts", known)).toContain("wbxml/tokenize.ts");
    expect(
      inCircles(
        new Map([
          ["a", ["b"]],
          ["b", ["c"]],
          ["c", ["b"]],
          ["d", []],
        ]),
      ),
    ).toEqual(["a", "b", "c"]);
  });

  it("has looked at the files and imports that are there", () => {
    expect(checked.length).toBeGreaterThanOrEqual(40);
    expect(found.length).toBeGreaterThan(checked.length * 2);
    expect(checked).toEqual(
      expect.arrayContaining([
        "bytes/text.ts",
        "wbxml/tokenize.ts",
        "xml/parse.ts",
        "document/open.ts",
        "eas/codeSpace.ts",
        "index.ts",
      ]),
    );
    expect(found).toContainEqual({
      file: "document/open.ts",
      from: "document",
      specifier: "../wbxml/tokenize",
    });
    expect(found).toContainEqual({ file: "xml/parse.ts", from: "xml", specifier: "saxes" });
  });

  it("knows an import of any kind, and no other text for one", () => {
    const code = [
      'import a, {\n  type B,\n} from "one";',
      "import type { C } from '../two';",
      'import "three.css";',
      'export { d } from "./four";',
      'export * from "@scope/five/deep";',
      'const six = await import("six");',
      'new Worker(new URL("../seven.ts", import.meta.url));',
      '// import "not-one"',
      '/* import x from "nor-this" */',
      'const text = "from"; const other = "eight";',
    ].join("\n");
    expect(specifiers(code).sort()).toEqual([
      "../seven.ts",
      "../two",
      "./four",
      "@scope/five/deep",
      "one",
      "six",
      "three.css",
    ]);
  });

  it("refuses what the table does not name", () => {
    expect(isAllowed({ file: "bytes/hex.ts", from: "bytes", specifier: "../wbxml/tree" })).toBe(false);
    expect(isAllowed({ file: "wbxml/tree.ts", from: "wbxml", specifier: "../eas/codeSpace" })).toBe(false);
    expect(isAllowed({ file: "wbxml/tree.ts", from: "wbxml", specifier: "saxes" })).toBe(false);
    expect(isAllowed({ file: "document/open.ts", from: "document", specifier: "../testing/bytes" })).toBe(
      false,
    );
    expect(isAllowed({ file: "formats/http/parse.ts", from: "formats", specifier: "../../ui/app/App" })).toBe(
      false,
    );
    expect(isAllowed({ file: "formats/http/parse.ts", from: "formats", specifier: "../format" })).toBe(true);
    expect(isAllowed({ file: "store/inspector.ts", from: "store", specifier: "../index" })).toBe(true);
  });

  it("no folder has a name that says nothing", () => {
    const folders = new Set(files.flatMap((path) => path.split("/").slice(0, -1)));
    expect([...folders].filter((name) => MEANINGLESS.has(name.toLowerCase()))).toEqual([]);
  });

  it("monaco-editor is imported in one module at most", () => {
    const modules = new Set(
      imports(files)
        .filter(({ specifier }) => /^monaco-editor(\/|$)/.test(specifier))
        .map(({ file }) => file),
    );
    expect(modules.size).toBeLessThanOrEqual(1);
  });
});
