import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { builtPatterns } from "./testing/builtPatterns";
import { findPatterns } from "./testing/patterns";

const project = fileURLToPath(new URL("..", import.meta.url));

interface Verdict {
  readonly pattern: string;
  readonly files: readonly string[];
  /** "safe", or what the library found. */
  readonly verdict: string;
}

async function checkPatterns(): Promise<readonly Verdict[]> {
  const args = ["node_modules/vite-node/dist/cli.mjs", "src/testing/checkPatterns.ts"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: project });
  return JSON.parse(stdout) as Verdict[];
}

describe("the regular expressions of src", () => {
  it("match in steps that grow no faster than the text", { timeout: 900_000 }, async () => {
    const verdicts = await checkPatterns();
    expect(verdicts.length).toBeGreaterThan(450);
    expect(verdicts.filter(({ verdict }) => verdict !== "safe")).toEqual([]);
  });

  it("are literals, or built in a place that is known", () => {
    const { built } = findPatterns();
    const others = built.filter(({ code }) => !/^\w+\.source, "\w+"$/.test(code));
    const toKey = ({ file, code }: { file: string; code: string }): string => `${file}: ${code}`;
    expect(others.map(toKey).toSorted()).toEqual(builtPatterns.map(toKey).toSorted());
    const unexplained = builtPatterns.filter(({ examples, reason }) => examples.length === 0 && !reason);
    expect(unexplained).toEqual([]);
  });
});
