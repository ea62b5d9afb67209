import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentSecurityPolicy, headers, trustedTypesPolicies } from "./policy.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folders: string[] = [];

/** The files of a new build, by their paths. It runs in a process of its own, since Vite sets NODE_ENV. */
function buildPage(): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "wbxml-inspector-build-"));
  folders.push(folder);
  const args = ["vite", "build", "--logLevel", "warn", "--outDir", folder, "--emptyOutDir"];
  const { status, stderr } = spawnSync("npx", args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), "latin1")]),
  );
}

let files: ReadonlyMap<string, string>;
beforeAll(() => {
  files = buildPage();
}, 120_000);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** WebAssembly as bytes, as base64, as its media type, and the functions that run it. */
const WEB_ASSEMBLY = /\0asm|AGFzbQ|application\/wasm|WebAssembly\s*(?:\.|\[|\?\.)/;

const matches = (path: RegExp, text: RegExp): readonly string[] =>
  [...files].flatMap(([name, content]) => (path.test(name) && text.test(content) ? [name] : []));

describe("the build", () => {
  it("has no WebAssembly in any file", () => {
    expect(files.size).toBeGreaterThan(50);
    expect(matches(/(?:)/, WEB_ASSEMBLY)).toEqual([]);
    expect(matches(/\.wasm$/, /(?:)/)).toEqual([]);
  });

  it("would be found to have it", () => {
    for (const text of ["\0asm\x01", '"AGFzbQEAAAA"', "WebAssembly.compile(", "WebAssembly?.instantiate"])
      expect(text).toMatch(WEB_ASSEMBLY);
  });

  it("is the same when it is built again", () => {
    expect(buildPage()).toEqual(files);
  }, 120_000);

  it("contains the policy in the page", () => {
    const page = files.get("index.html")?.replaceAll("&#39;", "'") ?? "";
    expect(page).toContain(`content="${contentSecurityPolicy}"`);
  });
});

describe("the licences in the build", () => {
  interface Entry {
    readonly name: string;
    readonly version: string;
    readonly text: string;
  }
  const list = (): readonly Entry[] => JSON.parse(files.get("licences.json") ?? "[]");

  it("are those of all that it is made of: packages, parts inside them, and the tools' own code", () => {
    const { dependencies }: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    );
    const names = list().map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([...Object.keys(dependencies), "react-aria", "dompurify", "codicons", "vite"]),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it("each have a text, with the notices of third parties", () => {
    for (const { name, text } of list()) expect(text, name).toMatch(/copyright|\(c\)/i);
    const monaco = list().find(({ name }) => name === "monaco-editor");
    expect(monaco?.text).toContain("Christopher Jeffrey"); // marked, which is a part of Monaco
  });

  it("each have a version, or that of the work that they are a part of", () => {
    for (const { name, version } of list()) expect(version, name).toMatch(/\d+\.\d+/);
  });

  it("can be read without the page, too", () => {
    const text = files.get("licences.txt") ?? "";
    for (const { name } of list()) expect(text).toContain(`\n${name} `);
  });
});

describe("the Trusted Types policies", () => {
  const OWN = /(?:createScriptTrust|createWorkerFactory)\(\s*"([\w-]+)"/g;
  const MONACO = /\(`(\w+)`,\{create(?:HTML|Script|ScriptURL)\b/g;

  function listOwn(): readonly string[] {
    const src = join(root, "src");
    return readdirSync(src, { recursive: true, encoding: "utf8" })
      .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
      .flatMap((path) => Array.from(readFileSync(join(src, path), "utf8").matchAll(OWN), ([, name]) => name))
      .filter((name) => name !== undefined);
  }

  it("that are allowed are those of the page and those in Monaco's code, and no others", () => {
    const monaco = [...files.values()].flatMap((code) =>
      Array.from(code.matchAll(MONACO), ([, name = ""]) => name),
    );
    // DOMPurify makes its policy without Monaco's function for it
    const made = [...listOwn(), ...monaco, "dompurify"].sort();
    expect([...trustedTypesPolicies].sort()).toEqual(made);
  });
});

describe("the headers", () => {
  it("let every link of the page be opened", () => {
    const ui = join(root, "src/ui");
    const links = readdirSync(ui, { recursive: true, encoding: "utf8" })
      .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
      .flatMap((path) => readFileSync(join(ui, path), "utf8").match(/(?<=["`'])https:\/\/[^"`'$]+/g) ?? []);
    expect(links.length).toBeGreaterThan(0);
    const [, allowed = ""] = /"(https:[^"*]+)\/\*"/.exec(headers["Connection-Allowlist"] ?? "") ?? [];
    expect(links.filter((link) => !link.startsWith(allowed))).toEqual([]);
  });

  it("say the same as the page, and what it can't say of itself", () => {
    expect(headers["Content-Security-Policy"]).toContain(contentSecurityPolicy);
    expect(headers["Content-Security-Policy"]).toContain("frame-ancestors 'none'");
    for (const value of Object.values(headers)) expect(value).toMatch(/^[\x20-\x7e]+$/);
  });
});
