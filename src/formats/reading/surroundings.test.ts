import { describe, expect, it } from "vitest";
import { listCodes } from "../../testing/captures";
import type { Reading } from "../format";
import { readInput } from "../read";
import { bareTexts } from "./surroundings";

const PAYLOAD = Uint8Array.from([
  0x03,
  0x01,
  0x6a,
  0x00,
  0x45,
  0x5c,
  0x4f,
  0x4b,
  0x03,
  ...new TextEncoder().encode("Grüße, 1b 2c |3d|"),
  0,
  1,
  1,
  1,
  1,
]);
const OTHER = Uint8Array.of(0x03, 0x01, 0x6a, 0x00, 0x45, 0x4b, 0x03, 0x30, 0x00, 0x01, 0x01);

const hexOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString("hex");
const payloadsOf = ({ captures }: Reading) => captures.map(({ payload }) => hexOf(payload));
const rows = (bytes: Uint8Array) =>
  Array.from({ length: Math.ceil(bytes.length / 16) }, (_, i) => bytes.subarray(i * 16, i * 16 + 16));
const pairs = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
const shown = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => (byte > 0x1f && byte < 0x7f ? String.fromCharCode(byte) : ".")).join("");

/** Ways to write a payload on lines. */
const WRITTEN: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  "hexdump -C": (bytes) =>
    `${rows(bytes)
      .map((row, i) => `${(i * 16).toString(16).padStart(8, "0")}  ${pairs(row).padEnd(48)}  |${shown(row)}|`)
      .join("\n")}\n${bytes.length.toString(16).padStart(8, "0")}`,
  hex: (bytes) => rows(bytes).map(pairs).join("\n"),
  decimal: (bytes) =>
    rows(bytes)
      .map((row) => Array.from(row).join(", "))
      .join(",\n"),
  base64: (bytes) =>
    (
      Buffer.from(bytes)
        .toString("base64")
        .match(/.{1,20}/g) ?? []
    ).join("\n"),
  "C array": (bytes) =>
    `unsigned char body[] = {\n${rows(bytes)
      .map((row) => Array.from(row, (byte) => `0x${byte.toString(16)}`).join(", "))
      .join(",\n")}\n};`,
  "Python bytes": (bytes) =>
    `b'${Array.from(bytes, (byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("")}'`,
};

const eachLine = (text: string, change: (line: string, i: number) => string) =>
  text.split("\n").map(change).join("\n");

/** Typical surroundings. */
const SURROUNDED: Readonly<Record<string, (text: string) => string>> = {
  "a byte order mark": (text) => `\uFEFF${text}`,
  "quote marks": (text) => eachLine(text, (line) => `> ${line}`),
  "quote marks of two": (text) => eachLine(text, (line) => `>>${line}`),
  "a quoted mail": (text) =>
    `On Monday Anna wrote:\n${eachLine(`Hi Bob,\n\nit sends:\n\n${text}\n\nWhy?`, (line) => `> ${line}`)}\n`,
  fences: (text) => `\`\`\`\n${text}\n\`\`\`\n`,
  "fences and sentences": (text) => `Here is the body:\n\`\`\`text\n${text}\n\`\`\`\nThanks!`,
  "a code block of a tracker": (text) => `The body is\n{code:java}\n${text}\n{code}\nas it was sent.`,
  sentences: (text) => `Hi Anna,\n\nhere is what the phone sends:\n\n${text}\n\nCan you have a look?\nBob\n`,
  "a prompt": (text) => `bob@host:~$ show body.bin\n${text}\nbob@host:~$ `,
  "no-break spaces": (text) => text.replaceAll(" ", "\u00A0"),
  "blank lines": (text) => text.replaceAll("\n", "\n\n"),
  "line ends of old Macs": (text) => text.replaceAll("\n", "\r"),
  "blanks before and after": (text) => eachLine(text, (line) => `    ${line}  `),
};

describe.each(Object.entries(SURROUNDED))("a payload with %s", (_, surround) => {
  it.each(Object.entries(WRITTEN))("as %s is read as without it", async (name, write) => {
    if (name === "Python bytes" && surround("a\nb").includes("\r")) return;
    const reading = await readInput(surround(write(PAYLOAD)));
    expect(payloadsOf(reading)).toEqual([hexOf(PAYLOAD)]);
    expect(reading.problems.filter(({ severity }) => severity !== "info")).toEqual([]);
  });
});

describe("line numbers and times", () => {
  const dump = WRITTEN["hexdump -C"]?.(PAYLOAD) ?? "";
  it.each([
    ["cat -n", (line: string, i: number) => `     ${i + 1}\t${line}`],
    ["a colon", (line: string, i: number) => `${i + 7}: ${line}`],
    ["a bar", (line: string, i: number) => ` ${i + 1} | ${line}`],
    ["a time", (line: string, i: number) => `2024-05-01 12:00:0${i},123 DEBUG [worker-1] ${line}`],
    ["a time in brackets", (line: string, i: number) => `[12:00:0${i}.5] eas: ${line}`],
  ])("with %s are not bytes", async (_, prefix) => {
    expect(payloadsOf(await readInput(eachLine(dump, prefix)))).toEqual([hexOf(PAYLOAD)]);
    const list = WRITTEN["decimal"]?.(PAYLOAD) ?? "";
    expect(payloadsOf(await readInput(eachLine(list, prefix)))).toEqual([hexOf(PAYLOAD)]);
  });
});

describe("the words after a time", () => {
  const STAMP = "2026-11-29 06:00:00 ";
  const bare = (text: string): string => bareTexts(text).at(-1)?.parts[0]?.text.trim() ?? "";

  it("are skipped as far as all lines share them", () => {
    const lines = ["INFO [7] sent 0x03 01", "INFO [7] sent 0x03 02"].map((line) => STAMP + line);
    expect(bare(lines.join("\n")).split(/\s{2,}/)).toEqual(["0x03 01", "0x03 02"]);
  });

  // each of these took minutes when every character was a place to start looking for a word
  it.each([
    ["one long word", "_".repeat(1_000_000), "_".repeat(1_000_000)],
    ["many words", "info ".repeat(200_000), "info"],
  ])("are found in one pass: %s", (_, rest, last) => {
    expect(bare(STAMP + rest.trimEnd())).toBe(last);
  });
});

describe("the skipped text", () => {
  it("is reported with its place, and captures have their place in the whole text", async () => {
    const list = WRITTEN["decimal"]?.(PAYLOAD) ?? "";
    const text = `The body in decimal:\n\n${list}\n\nWhat is wrong with it?`;
    const { captures, problems } = await readInput(text, "mail.txt");
    const { from = 0, to = 0 } = captures[0]?.origin.text ?? {};
    expect([text.slice(from, to).trim(), captures[0]?.origin.name]).toEqual([list, "mail.txt"]);
    expect(listCodes(problems)).toEqual(["surrounding-text", "surrounding-text"]);
    expect(problems.map((problem) => text.slice(problem.text?.from, problem.text?.to))).toEqual([
      "The body in decimal:",
      "What is wrong with it?",
    ]);
  });

  it("leaves the unchanged text as an alternative", async () => {
    const reading = await readInput(
      eachLine(WRITTEN["decimal"]?.(PAYLOAD) ?? "", (line, i) => `${i + 1} ${line}`),
    );
    const others = await Promise.all(reading.alternatives.map((alternative) => alternative.read()));
    expect(payloadsOf(reading)).toEqual([hexOf(PAYLOAD)]);
    expect(others.map((other) => other.captures[0]?.payload.length)).toContain(
      PAYLOAD.length + rows(PAYLOAD).length,
    );
  });

  it("is never the bytes A0 and AD of a string", async () => {
    const bytes = Uint8Array.of(0x03, 0x01, 0x6a, 0x00, 0xad, 0xa0, 0x20);
    const reading = await readInput(JSON.stringify(Buffer.from(bytes).toString("latin1")));
    expect(payloadsOf(reading)).toEqual([hexOf(bytes)]);
  });

  it("is not part of a string that quotes it", async () => {
    const text = '"> \\x03\\x01j\\x00"';
    expect(payloadsOf(await readInput(text))).not.toEqual(["03016a00"]);
  });
});

describe("several payloads in a text", () => {
  it.each(Object.entries(WRITTEN))("as %s are one capture each", async (_, write) => {
    const [first, second] = [write(PAYLOAD), write(OTHER)];
    const both = [hexOf(PAYLOAD), hexOf(OTHER)];
    expect(payloadsOf(await readInput(`${first}\n\n${second}\n`))).toEqual(both);
    expect(payloadsOf(await readInput(`Request:\n${first}\n\nResponse:\n${second}\n`))).toEqual(both);
    expect(
      payloadsOf(
        await readInput(`It sends\n\`\`\`\n${first}\n\`\`\`\nand gets\n\`\`\`\n${second}\n\`\`\`\n`),
      ),
    ).toEqual(both);
  });

  it("each have a label", async () => {
    const reading = await readInput(
      `Request: ${Array.from(PAYLOAD).join(" ")}\nResponse: ${Array.from(OTHER).join(" ")}`,
    );
    expect(payloadsOf(reading)).toEqual([hexOf(PAYLOAD), hexOf(OTHER)]);
  });

  it("know their places", async () => {
    const text = `${pairs(PAYLOAD)}\n${pairs(OTHER)}\n`;
    const { captures } = await readInput(text);
    expect(captures.map(({ origin }) => text.slice(origin.text?.from, origin.text?.to).trim())).toEqual([
      pairs(PAYLOAD),
      pairs(OTHER),
    ]);
  });

  it("are one if a payload contains another", async () => {
    const opaque = Uint8Array.of(0x03, 0x01, 0x6a, 0x00, 0x45, 0xc3, OTHER.length, ...OTHER, 0x01);
    const text = rows(opaque).map(pairs).join("\n");
    expect(payloadsOf(await readInput(text))).toEqual([hexOf(opaque)]);
  });
});

describe("a payload in the middle of a text", () => {
  it("does not continue in the words of the next line", async () => {
    const long = Uint8Array.of(0x03, 0x01, 0x6a, 0x00, 0x45, 0xc3, 60, ...new Uint8Array(60).fill(7), 0x01);
    for (const written of [Buffer.from(long).toString("base64url"), hexOf(long)]) {
      for (const word of ["Thanks", "Added by Ed"]) {
        const reading = await readInput(`the body=${written}\n${word}\n`);
        expect(payloadsOf(reading)).toEqual([hexOf(long)]);
      }
    }
  });
});

it("a fence is not a template literal: its content is read, the text around it reported", async () => {
  const reading = await readInput(`What the phone sent:\n\n\`\`\`\n${pairs(OTHER)}\n\`\`\`\nregards`);
  expect([reading.format, payloadsOf(reading)]).toEqual(["hex", [hexOf(OTHER)]]);
  expect(listCodes(reading.problems)).toContain("surrounding-text");
});
