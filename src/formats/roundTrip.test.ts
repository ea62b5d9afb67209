import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toHex } from "../bytes/hex";
import { readInput } from "./read";

const HEADER = [0x03, 0x01, 0x6a, 0x00];

const lower = (bytes: Uint8Array, separator: string) => toHex(bytes, separator).toLowerCase();
const list = (bytes: Uint8Array, one: (byte: number) => string, separator = ", ") =>
  Array.from(bytes, one).join(separator);
const signed = (byte: number) => String(byte > 127 ? byte - 256 : byte);
const x2 = (byte: number) => `0x${byte.toString(16).padStart(2, "0")}`;
const shown = (byte: number) => (byte > 0x1f && byte < 0x7f ? String.fromCharCode(byte) : ".");
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

const rows = (bytes: Uint8Array, width: number) =>
  Array.from({ length: Math.ceil(bytes.length / width) }, (_, i) =>
    bytes.subarray(i * width, i * width + width),
  );

function dump(bytes: Uint8Array, width: number, row: (offset: number, bytes: Uint8Array) => string): string {
  return rows(bytes, width)
    .map((part, i) => row(i * width, part))
    .join("\n");
}

const offset = (value: number, radix: number, digits: number) => value.toString(radix).padStart(digits, "0");
const text = (bytes: Uint8Array) => Array.from(bytes, shown).join("");
const grouped = (bytes: Uint8Array, size: number) =>
  rows(bytes, size)
    .map((group) => lower(group, ""))
    .join(" ");

function escape(bytes: Uint8Array, quote: string): string {
  return Array.from(bytes, (byte) => {
    const char = String.fromCharCode(byte);
    if (char === quote || char === "\\") return `\\${char}`;
    return byte > 0x1f && byte < 0x7f ? char : `\\x${byte.toString(16).padStart(2, "0")}`;
  }).join("");
}

function words(bytes: Uint8Array): string {
  const padded = Uint8Array.from([...bytes, ...(bytes.length % 2 === 1 ? [0] : [])]);
  const body = dump(
    padded,
    16,
    (at, part) =>
      `${offset(at, 16, 7)} ${rows(part, 2)
        .map(([low = 0, high = 0]) => lower(Uint8Array.of(high, low), ""))
        .join(" ")}`,
  );
  return `${body}\n${offset(bytes.length, 16, 7)}\n`;
}

const SHORT = new Map(
  Array.from("\0\x07\b\t\n\v\f\r", (char, i) => [char.charCodeAt(0), `\\${"0abtnvfr".charAt(i)}`]),
);
const cell = (byte: number) =>
  (
    SHORT.get(byte) ?? (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : offset(byte, 8, 3))
  ).padStart(4);
const cells = (bytes: Uint8Array, radix: 8 | 16) =>
  `${dump(bytes, 16, (at, part) => `${offset(at, radix, 7)}${list(part, cell, "")}`)}\n` +
  `${offset(bytes.length, radix, 7)}\n`;

/** Each way to write a payload; all of them must be read back byte for byte. */
const PRINTERS: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  spaced: (bytes) => toHex(bytes),
  solid: (bytes) => lower(bytes, ""),
  "solid, wrapped at an odd column": (bytes) => lower(bytes, "").replace(/.{75}/g, "$&\n"),
  dashed: (bytes) => toHex(bytes, "-"),
  colons: (bytes) => lower(bytes, ":"),
  "0x list": (bytes) => list(bytes, x2),
  unpadded: (bytes) => list(bytes, (byte) => byte.toString(16), " "),
  percent: (bytes) => list(bytes, (byte) => `%${offset(byte, 16, 2)}`, ""),
  decimal: (bytes) => list(bytes, String, " "),
  "signed JSON": (bytes) => `[${list(bytes, signed)}]`,
  base64,
  "base64, MIME lines": (bytes) => base64(bytes).replace(/.{76}/g, "$&\r\n"),
  "base64url, unpadded": (bytes) => Buffer.from(bytes).toString("base64url"),
  "data URI": (bytes) => `data:application/octet-stream;base64,${base64(bytes)}`,
  "Node Buffer": (bytes) => JSON.stringify(Buffer.from(bytes)),
  "JSON string": (bytes) => JSON.stringify(Buffer.from(bytes).toString("latin1")),
  "Python bytes": (bytes) => `b'${escape(bytes, "'")}'`,
  "escapes without quotes": (bytes) => list(bytes, (byte) => `\\x${offset(byte, 16, 2)}`, ""),
  "C array": (bytes) => `static const unsigned char payload[${bytes.length}] = {\n${list(bytes, x2)}\n};\n`,
  "C# array": (bytes) => `var payload = new byte[] { ${list(bytes, x2)} };`,
  "Java array": (bytes) => `byte[] payload = new byte[] { ${list(bytes, (byte) => `(byte) ${x2(byte)}`)} };`,
  "Go slice": (bytes) => `payload := []byte{${list(bytes, x2)}}`,
  "JavaScript array": (bytes) => `new Uint8Array([${list(bytes, String)}])`,
  "PHP string": (bytes) => `$payload = "${escape(bytes, '"').replaceAll("$", "\\$")}";`,
  xxd: (bytes) =>
    dump(bytes, 16, (at, part) => `${offset(at, 16, 8)}: ${grouped(part, 2).padEnd(39)}  ${text(part)}`),
  "hexdump -C": (bytes) =>
    dump(
      bytes,
      16,
      (at, part) =>
        `${offset(at, 16, 8)}  ${lower(part.subarray(0, 8), " ").padEnd(23)}  ` +
        `${lower(part.subarray(8), " ").padEnd(23)}  |${text(part)}|`,
    ),
  hexdump: words,
  "od -t x1": (bytes) =>
    `${dump(bytes, 16, (at, part) => `${offset(at, 8, 7)} ${lower(part, " ")}`)}\n` +
    `${offset(bytes.length, 8, 7)}\n`,
  "od -c": (bytes) => cells(bytes, 8),
  "hexdump -c": (bytes) => cells(bytes, 16),
  "hexdump -c, trimmed": (bytes) => cells(bytes, 16).replaceAll(/ +$/gm, ""),
  "decimal offsets": (bytes) =>
    dump(bytes, 16, (at, part) => `${offset(at, 10, 8)}  ${lower(part, " ").padEnd(47)}  ${text(part)}`),
  "Wireshark hex + ASCII": (bytes) =>
    dump(bytes, 16, (at, part) => `${offset(at, 16, 4)}   ${lower(part, " ").padEnd(47)}   ${text(part)}`),
  "Wireshark hex": (bytes) => dump(bytes, 16, (at, part) => `${offset(at, 16, 4)}   ${lower(part, " ")}`),
  "rows of 10": (bytes) =>
    dump(bytes, 10, (at, part) => `${offset(at, 16, 6)}  ${lower(part, " ").padEnd(29)}  ${text(part)}`),
  "hex and text": (bytes) => dump(bytes, 16, (_, part) => `${toHex(part).padEnd(48)} ${text(part)}`),
};

const payload = fc
  .uint8Array({ minLength: 1, maxLength: 200 })
  .map((body) => Uint8Array.from([...HEADER, ...body]));
/** Bodies full of text that looks like hex, digits and separators in a text column. */
const tricky = fc
  .array(
    fc.constantFrom(
      ..."0123456789abcdefABCDEF |><.:-;\t\\'\"*".split("").map((char) => char.charCodeAt(0)),
      0,
      1,
      255,
    ),
    {
      minLength: 1,
      maxLength: 120,
    },
  )
  .map((body) => Uint8Array.from([...HEADER, ...body]));

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

describe.each(Object.entries(PRINTERS))("%s", (_, print) => {
  it("comes back byte for byte", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(payload, tricky), async (bytes) => {
        const { captures } = await readInput(print(bytes));
        expect(captures.map((capture) => hexOf(capture.payload))).toEqual([hexOf(bytes)]);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });
});

describe("bytes without a header", () => {
  it("come back from every form, as the recognised format or as an alternative", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 12, maxLength: 100 }),
        fc.constantFrom(...Object.values(PRINTERS)),
        async (bytes, print) => {
          const reading = await readInput(print(bytes));
          const others = await Promise.all(reading.alternatives.map((alternative) => alternative.read()));
          const all = [reading, ...others].flatMap(({ captures }) =>
            captures.map((capture) => hexOf(capture.payload)),
          );
          expect(all).toContain(hexOf(bytes));
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe("any text", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          "0x",
          "03",
          "\n",
          " ",
          "*",
          "|",
          "0000000",
          ":",
          "\\x",
          "'",
          '"',
          "{",
          "[",
          "(",
          ",",
          "-",
          "=",
          "b",
          "<",
          "Frame (3 bytes):",
          "%",
          "\t",
          "0x0010:",
          "}",
          "]",
          "/*",
          "#",
          "\uFFFD",
        ),
        { maxLength: 80 },
      )
      .map((parts) => parts.join("")),
  );

  it("never throws, as the best reading and as every alternative", async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (input) => {
        const reading = await readInput(input);
        expect(reading.captures.length + reading.problems.length).toBeGreaterThan(0);
        for (const alternative of reading.alternatives)
          expect(await alternative.read()).toHaveProperty("captures");
      }),
      { numRuns: 600 },
    );
  });

  it("reports the row that a dump lost", async () => {
    const bytes = Uint8Array.from([...HEADER, ...Array.from({ length: 90 }, (_, i) => (i * 37) & 0xff)]);
    const whole = PRINTERS["xxd"]?.(bytes) ?? "";
    const lines = whole.split("\n");
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: lines.length - 2 }), async (gone) => {
        const reading = await readInput(lines.filter((_, i) => i !== gone).join("\n"));
        expect(reading.problems.map(({ code }) => code)).toContain("gap");
      }),
    );
  });
});
