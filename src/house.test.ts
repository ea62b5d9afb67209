import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const project = fileURLToPath(new URL("..", import.meta.url));

const WIDTH = 110;

/** The folders that contain our source. */
const FOLDERS = ["src", "e2e", "bench", "build", "fuzz", "scripts"];

/** Data tables, whose rows are as long as their content, and files written by other tools. */
const TABLES = [
  /^src\/eas\/(?:elements|statuses)\//,
  /^src\/eas\/(?:codePageTables|tagAliases)\.ts$/,
  /^src\/eas\/values\/locales\.ts$/,
  /^src\/craft\/templates\//,
  /^src\/lint\/ledgers\//,
  /^src\/testing\/schemaDifferences\.ts$/,
  /^src\/formats\/samples\//,
];

/** A line that contains only a regular expression or a string without spaces, and at most a name. */
const UNBREAKABLE = [
  /^\s*(?:\w+: )?\/(?!\*).*\/[a-z]*(?:\.exec\()?[,;]?$/,
  /^\s*(?:\w+: )?(["'`])\S*\1[,;]?$/,
];

function isTooLong(line: string): boolean {
  return line.length > WIDTH && !UNBREAKABLE.some((kind) => kind.test(line));
}

function listLongLines(path: string): readonly string[] {
  const lines = readFileSync(join(project, path), "utf8").split("\n");
  return lines.flatMap((line, i) => (isTooLong(line) ? [`${path}:${i + 1}`] : []));
}

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(join(project, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
)
  .map((path) => path.split(sep).join("/"))
  .filter((path) => /\.(?:tsx?|mjs|css)$/.test(path) && !TABLES.some((table) => table.test(path)));

/** A call that passes a list as its arguments: with some 100,000 of them, engines throw. */
const SPREAD_CALL = /\b(?:push|unshift|Math\.max|Math\.min|fromCharCode)\((?:[^({[]*, )?\.\.\.(.*)$/;

/** What is spread that way where the code bounds its length, however long the input is. */
const BOUNDED = [
  /^places\.map\(/,
  /^rows\.map\(/,
  /^readable\.map\(/,
  /^sample\)/,
  /^bytes(?:\.subarray\(.*\))?\)/,
  /^\(end < 0 \? units/,
  /^findHalfProblems\(/,
  /^Array\.from\(\{ length: 128 /,
];

function listSpreadCalls(path: string): readonly string[] {
  return readFileSync(join(project, path), "utf8")
    .split("\n")
    .flatMap((line, i) => {
      const spread = SPREAD_CALL.exec(line)?.[1];
      return spread === undefined || BOUNDED.some((kind) => kind.test(spread)) ? [] : [`${path}:${i + 1}`];
    });
}

describe("the house style", () => {
  it("passes no list of unknown length as arguments", () => {
    const ours = sources.filter((path) => /^src\/(?!testing\/).*(?<!\.test)\.tsx?$/.test(path));
    expect(ours.length).toBeGreaterThan(400);
    expect(ours.flatMap(listSpreadCalls)).toEqual([]);
    expect(["a.push(...b);", "Math.max(0, ...b)"].filter((line) => SPREAD_CALL.test(line))).toHaveLength(2);
  });

  it(`no line is over ${WIDTH} characters, tables and what can't be broken apart`, () => {
    expect(sources.length).toBeGreaterThan(500);
    expect(sources.flatMap(listLongLines)).toEqual([]);
  });

  it("lets a regular expression and a string without a space be longer", () => {
    const long = "x".repeat(WIDTH);
    expect([`  /${long} y/g,`, `  "${long}",`, `    says: /${long}/i,`].filter(isTooLong)).toEqual([]);
    expect(
      [`  "${long} y",`, `// ${long}`, `const name = "${long}";`, `/* ${long} */`].filter(isTooLong).length,
    ).toBe(4);
  });
});
