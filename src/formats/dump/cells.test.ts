import { describe, expect, it } from "vitest";
import { listCodes } from "../../testing/captures";
import { readInput } from "../read";

const ROWS = [
  `0000000 003 001   j  \\0   E   \\   O   K 003   1${" ".repeat(20)}  \\n`,
  "0000020  \\0 303 253   N 003   1  \\0 001   V   G   M 003   a   b   c",
  "0000040 001 001",
  "0000042",
];

const hexOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString("hex");
const FIRST_ROW = "03016a00455c4f4b033120202020200a";

describe("dumps of characters", () => {
  it("contain blanks, escapes and octal numbers in their cells", async () => {
    const text = ROWS.join("\n");
    const { format, captures, problems } = await readInput(text);
    expect([format, hexOf(captures[0]?.payload).slice(0, 32), captures[0]?.payload.length]).toEqual([
      "od-characters",
      FIRST_ROW,
      34,
    ]);
    expect(listCodes(problems)).toEqual([]);
  });

  it("lose a row or a blank at the end only with a problem", async () => {
    const rows = [
      "0000000 003 001   j  \\0   E   K 003   0   1   2   3   4   5   6   7    ",
      ...ROWS.slice(1, 3),
    ];
    const full = rows.map((row, i) => (i === 1 ? `${row}   d` : row)).join("\n");
    const read = await readInput(full);
    expect([
      read.captures[0]?.payload.length,
      read.captures[0]?.payload[15],
      listCodes(read.problems),
    ]).toEqual([34, 0x20, []]);
    const gone = full.split("\n").toSpliced(1, 1).join("\n");
    expect(listCodes((await readInput(gone)).problems)).toEqual(["gap"]);
  });

  it("have rows of only blanks, trimmed after their offsets", async () => {
    const row = ROWS[1]?.slice("0000020".length) ?? "";
    const middle = await readInput([ROWS[0], "0000020", `0000040${row}   d`, "0000060"].join("\n"));
    expect([hexOf(middle.captures[0]?.payload).slice(32, 64), listCodes(middle.problems)]).toEqual([
      "20".repeat(16),
      [],
    ]);
    const folded = await readInput([ROWS[0], "0000020", "*", "0000060", "0000061"].join("\n"));
    expect([hexOf(folded.captures[0]?.payload).slice(32), listCodes(folded.problems)]).toEqual([
      "20".repeat(33),
      [],
    ]);
  });

  it("are distinguished from numbers", async () => {
    expect((await readInput("0000000 003 001 152 000 105 113 003 060 000 001 001\n0000013\n")).format).toBe(
      "od",
    );
    expect((await readInput("0000000   3   1 106   0  69  75   3  48   0   1   1\n0000013\n")).format).toBe(
      "od",
    );
  });
});
