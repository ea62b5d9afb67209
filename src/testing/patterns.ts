import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync, Visitor } from "oxc-parser";

const src = fileURLToPath(new URL("..", import.meta.url));

/** A regular expression in the source, and the files that contain it. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly files: readonly string[];
}

/** A call that builds a regular expression: its file, and its arguments as written. */
export interface BuiltPattern {
  readonly file: string;
  readonly code: string;
}

/** All regular expressions of src, without tests: literals, each once, and calls that build one. */
export interface FoundPatterns {
  readonly literals: readonly Pattern[];
  readonly built: readonly BuiltPattern[];
}

function listFiles(): readonly string[] {
  return readdirSync(src, { recursive: true, encoding: "utf8" })
    .map((path) => path.split(sep).join("/"))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.startsWith("testing/"))
    .toSorted();
}

/** Finds them with a parser, because a slash can be a division and a pattern can be in a string. */
export function findPatterns(): FoundPatterns {
  const literals = new Map<string, Pattern & { readonly files: string[] }>();
  const built: BuiltPattern[] = [];
  for (const file of listFiles()) {
    const code = readFileSync(join(src, file), "utf8");
    const noteCall = (call: Call): void => {
      if (call.callee.type === "Identifier" && call.callee.name === "RegExp")
        built.push({ file, code: writeArguments(code, call) });
    };
    new Visitor({
      Literal: (node) => {
        if (!("regex" in node)) return;
        const { pattern: source, flags } = node.regex;
        const known = literals.get(`/${source}/${flags}`) ?? { source, flags, files: [] };
        known.files.push(file);
        literals.set(`/${source}/${flags}`, known);
      },
      NewExpression: noteCall,
      CallExpression: noteCall,
    }).visit(parseSync(file, code).program);
  }
  return { literals: [...literals.values()], built };
}

interface Call {
  readonly callee: { readonly type: string; readonly name?: unknown };
  readonly arguments: readonly { readonly start: number; readonly end: number }[];
}

function writeArguments(code: string, call: Call): string {
  return call.arguments.map(({ start, end }) => code.slice(start, end).replace(/\s+/g, " ")).join(", ");
}
