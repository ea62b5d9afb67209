import { describe, expect, it } from "vitest";
import type { Capture, InputProblem, Reading } from "../formats/format";
import { splitIntoBatches } from "./batches";

const captureOf = (payload: Uint8Array, parts?: readonly Uint8Array[]): Capture => ({
  label: "",
  direction: undefined,
  payload,
  ...(parts && { parts }),
  origin: {},
  problems: [],
});
const readingOf = (captures: readonly Capture[], problems: readonly InputProblem[] = []): Reading => ({
  format: "files",
  title: "",
  summary: "",
  captures,
  alternatives: [],
  problems,
});
const bytesOf = (from: number, to: number): Uint8Array =>
  Uint8Array.from({ length: to - from }, (_, i) => (from + i) & 0xff);

describe("batches", () => {
  it("hand over a buffer that holds one content and little else", () => {
    const large = bytesOf(0, 1000);
    const [batch] = splitIntoBatches(readingOf([captureOf(large.subarray(100, 900))]));
    expect(batch?.transfer).toEqual([large.buffer]);
    expect(batch?.captures[0]?.payload).toEqual(bytesOf(100, 900));
  });

  it("copy a small part of a buffer, and contents that share one", () => {
    const file = bytesOf(0, 1000);
    const shared = bytesOf(0, 1000);
    const [batch] = splitIntoBatches(
      readingOf([
        captureOf(file.subarray(10, 20)),
        captureOf(shared.subarray(0, 600), [shared.subarray(600), new Uint8Array(0)]),
      ]),
    );
    expect(batch?.transfer.map(({ byteLength }) => byteLength)).toEqual([10, 600, 400, 0]);
    expect(batch?.captures.map(({ payload }) => payload)).toEqual([bytesOf(10, 20), bytesOf(0, 600)]);
    expect(batch?.captures[1]?.parts).toEqual([bytesOf(600, 1000), new Uint8Array(0)]);
    expect(new Set(batch?.transfer).size).toBe(4);
  });

  it("contain everything in order, each of them a bounded number", () => {
    const captures = Array.from({ length: 1201 }, (_, i) => captureOf(Uint8Array.of(i & 0xff)));
    const problems = Array.from(
      { length: 4001 },
      (_, i): InputProblem => ({ code: `p${i}`, severity: "info", message: "" }),
    );
    const batches = [...splitIntoBatches(readingOf(captures, problems))];
    expect(batches.flatMap((batch) => batch.captures)).toEqual(captures);
    expect(batches.flatMap((batch) => batch.problems)).toEqual(problems);
    expect(batches.map((batch) => batch.captures.length + batch.problems.length)).toEqual([
      250, 250, 250, 250, 201, 2000, 2000, 1,
    ]);
    expect([...splitIntoBatches(readingOf([]))]).toEqual([]);
  });
});
