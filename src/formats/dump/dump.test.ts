import { describe, expect, it } from "vitest";
import { listCodes } from "../../testing/captures";
import { readInput } from "../read";

const hexOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString("hex");

/** Unusual dumps that few tools print: the bytes they give and their problems. */
const KINDS: readonly (readonly [what: string, text: string, hex: string, codes: readonly string[]])[] = [
  [
    "hexyl",
    [
      "┌────────┬─────────────────────────┬─────────────────────────┬────────┬────────┐",
      "│00000000│ 03 01 6a 00 45 5c 4f 4b ┊ 03 30 30 00 01 01 01 01 │••j0E\\OK┊•000••••│",
      "│00000010│ 01 01 01                ┊                         │•••     ┊        │",
      "└────────┴─────────────────────────┴─────────────────────────┴────────┴────────┘",
    ].join("\n"),
    "03016a00455c4f4b0330300001010101010101",
    [],
  ],
  [
    "hexyl without lines",
    [
      " 00000000  03 01 6a 00 45 5c 4f 4b   03 30 30 00 01 01 01 01  ••j0E\\OK •000•••• ",
      " 00000010  65 20 66 30 20 30 30 00   01 01 01                 e f0 000 •••      ",
    ].join("\n"),
    "03016a00455c4f4b03303000010101016520663020303000010101",
    [],
  ],
  [
    "halves far apart, no text, the last row short",
    "00000000   03 01 6A 00 45 5C 4F 4B   03 30 30 00 01 01 01 01\n00000010   01 01 01 01 01 01 01 01  " +
      " 01 01 01",
    "03016a00455c4f4b03303000010101010101010101010101010101",
    [],
  ],
  [
    "GDB",
    "0x7fffffffe3a0:\t0x03\t0x01\t0x6a\t0x00\t0x45\t0x4b\t0x03\t0x30\n0x7fffffffe3a8 " +
      "<body+8>:\t0x00\t0x01\t0x01",
    "03016a00454b0330000101",
    ["starts-late"],
  ],
  [
    "WinDbg",
    [
      "00000000`00000000  03 01 6a 00 45 5c 4f 4b-03 65 20 66 00 01 01 01  ..j.E\\OK.e f....",
      "00000000`00000010  01 01                                            ..",
    ].join("\n"),
    "03016a00455c4f4b03652066000101010101",
    [],
  ],
  [
    "od -t d4",
    "0000000     6947075  1263492165   822293507  1314849537\n0000020       65793\n0000023",
    "03016a00455c4f4b0334033101035f4e010101",
    [],
  ],
  [
    "od -t d2",
    "0000000    259    106  23621  19279  12291     49    769    257\n0000020    257\n0000022",
    "03016a00455c4f4b03303100010301010101",
    [],
  ],
  [
    "xxd -b, one byte in the last row",
    "00000000: 00000011 00000001 01101010 00000000  ..j.\n00000004: 01000101                             E\n",
    "03016a0045",
    [],
  ],
  [
    "Burp, text like a digit in the last row",
    "0\t03\t01\t6a\t00\t45\t5c\t4f\t4b\t03\t65\t20\t66\t00\t01\t01\t01\t..j.E\\OK.e " +
      "f....\n1\t65\t20\t66\te f",
    "03016a00455c4f4b0365206600010101652066",
    [],
  ],
];

const BAD_OFFSETS: readonly string[] = [
  "0454b7 80\n3740 f79a7acf52553dc9 70fe6a26dae6aae7\n3760",
  "0000008 03 01 6a 00\n0000020 05 06",
  "000000a: 0301 6a00\n0000010: 0506 0708",
  "00000b 003 001\n000020 152 000\n000040",
  "0000000 03 01 6a 00 00 07 56 52\n000000x 03 30\n",
  "\t0x000g:  0301 6a00 0007\n\t0x0010:  5652 0330",
  "\t0x00f0:  0301\n\t0xzz10:  0330",
  "00000000000000000000 03 01 6a\n99999999999999999999 00 00 07",
  "ffffffffffffffff 03 01 6a 00\n10000000000000000 05 06",
  "9 03 01 6a 00\n0000018 05 06 07 08\n0000030",
];

describe("an offset that is no number of the dump", () => {
  it.each(BAD_OFFSETS)("is never counted with: %s", async (text) => {
    const reading = await readInput(text);
    const all = [reading, ...(await Promise.all(reading.alternatives.map(({ read }) => read())))];
    const said = all.flatMap(({ summary, problems }) => [summary, ...problems.map(({ message }) => message)]);
    expect(said.filter((words) => /NaN|Infinity|undefined/.test(words))).toEqual([]);
    expect(said.length).toBeGreaterThan(0);
  });
});

describe("a dump as printed by", () => {
  it.each(KINDS)("%s", async (_, text, hex, codes) => {
    const { captures, problems } = await readInput(text);
    expect([captures.map(({ payload }) => hexOf(payload)), listCodes(problems)]).toEqual([[hex], codes]);
  });

  it("od in octal, not decimal, if its end could be either", async () => {
    const { captures } = await readInput("0000000 30034b45006a0103 0000000000010100\n0000013\n");
    expect(captures[0]?.payload.length).toBe(0o13);
  });
});

describe("a dump with a byte order mark", () => {
  it("is one dump", async () => {
    const text =
      "\uFEFF00000000: 0301 6a00 455c 4f4b 0365 2066 0001 0101  ..j.E\\OK.e f....\n00000010: 0101      " +
      "                               ..\n";
    for (const input of [text, new TextEncoder().encode(text)]) {
      const { captures, problems } = await readInput(input);
      expect([captures.map(({ payload }) => payload.length), listCodes(problems)]).toEqual([[18], []]);
    }
  });
});

describe("a copy that starts in the middle of a row", () => {
  const rest =
    "00000010: 6620 3030 2031 3120 3232 2063 6166 6520  f 00 11 22 cafe \n00000020: 0001 0101          " +
    "                      ....\n";
  const BEHIND = "6620303020313120323220636166652000010101";
  it.each([
    [
      "at its first byte",
      "0301 6a00 455c 4f4b 0364 6561 6462 6565  ..j.E\\OK.deadbee\n",
      "03016a00455c4f4b0364656164626565",
      [],
    ],
    [
      "at another byte",
      " 455c 4f4b 0364 6561 6462 6565  ..j.E\\OK.deadbee\n",
      "455c4f4b0364656164626565",
      ["starts-late"],
    ],
    [
      "within a word",
      "5c 4f4b 0364 6561 6462 6565  ..j.E\\OK.deadbee\n",
      "5c4f4b0364656164626565",
      ["starts-late", "missing-header"],
    ],
    [
      "within a digit pair",
      "c 4f4b 0364 6561 6462 6565  ..j.E\\OK.deadbee\n",
      "4f4b0364656164626565",
      ["starts-late", "unexpected-text"],
    ],
    [
      "within its offset",
      "00: 0301 6a00 455c 4f4b 0364 6561 6462 6565  ..j.E\\OK.deadbee\n",
      "03016a00455c4f4b0364656164626565",
      ["unexpected-text"],
    ],
  ])("%s loses none of its bytes", async (_, first, hex, codes) => {
    const { captures, problems } = await readInput(first + rest);
    expect([captures.map(({ payload }) => hexOf(payload)), listCodes(problems)]).toEqual([
      [hex + BEHIND],
      codes,
    ]);
  });

  it("keeps what pairs with a longer offset than the row before", async () => {
    const { captures } = await readInput(
      "fff0  01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10\n10000  11 12 13\n",
    );
    expect(captures[0]?.payload.length).toBe(19);
  });
});

describe("a row whose offset is not a number in the radix of the others", () => {
  const row = "003 001 152 000 105 113 003 060 000 001 001 001 001 001 001 001\n";
  const hexOfRow = "03016a00454b03300001010101010101";

  it.each([
    ["the first of words", "0454b7 80\n3740 f79a7acf52553dc9 70fe6a26dae6aae7\n3760\n", "80", 0],
    ["the first", `0000008 ${row}0000020 ${row}0000040 ${row}0000060\n`, hexOfRow.repeat(3), 0],
    ["a later one", `0000000 ${row}0000018 ${row}0000040 ${row}0000060\n`, hexOfRow.repeat(3), 72],
  ])("is reported, and no offset is made of it: %s", async (_, text, hex, from) => {
    const { captures, problems, summary } = await readInput(text);
    expect(hexOf(captures[0]?.payload)).toBe(hex);
    expect(problems[0]).toMatchObject({ code: "unexpected-text", text: { from } });
    expect(summary + problems.map(({ message }) => message).join()).not.toContain("NaN");
  });
});

describe("a row without an offset within a dump", () => {
  it("is reported if it was skipped", async () => {
    const rows = [
      "00000000: 0301 6a00 455c 4f4b 0364 6561 6462 6565  ..j.E\\OK.deadbee",
      "10: 6620 3030",
      "00000010: 0001 0101  ....",
    ];
    const { problems } = await readInput(rows.join("\n"));
    expect(listCodes(problems)).toContain("unexpected-text");
  });
});
