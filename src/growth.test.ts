import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { growths } from "./testing/growths";

/** The steps that one of `growths` took on an input, and on one `times` as long. */
interface Measured {
  readonly name: string;
  readonly small: number;
  readonly large: number;
  readonly times: number;
}

const project = fileURLToPath(new URL("..", import.meta.url));

function measure(): readonly Measured[] {
  const args = ["node_modules/vite-node/dist/cli.mjs", "src/testing/measureGrowth.ts"];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: project, encoding: "utf8" })) as Measured[];
}

describe("the steps grow no faster than the input", () => {
  const measured = new Map<string, Measured>();
  beforeAll(() => {
    for (const one of measure()) measured.set(one.name, one);
  }, 120_000);

  it.each(growths)("$name", ({ name }) => {
    const { small = 0, large = 0, times = 0 } = measured.get(name) ?? {};
    expect(small).toBeGreaterThan(0);
    expect(large / small).toBeLessThan(times * 1.2);
  });
});
