import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSampleFile } from "../testing/captures";
import type { Reading } from "./format";
import { formats } from "./formats";
import { readInput } from "./read";

const PAYLOAD = Uint8Array.of(0x03, 0x01, 0x6a, 0x00, 0x45, 0x4b, 0x03, 0x30, 0x00, 0x01, 0x01);
const ACCENT = Uint8Array.of(0x03, 0x01, 0x6a, 0x00, 0x45, 0x4b, 0x03, 0x5a, 0xc3, 0xab, 0x00, 0x01, 0x01);

const hexOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString("hex");
const codes = (reading: Reading) => reading.problems.map(({ code }) => code);

/** How one payload is written, and the format that must be recognised. */
const FORMS: readonly (readonly [text: string, format: string])[] = [
  ["03 01 6A 00 45 4B 03 30 00 01 01", "hex"],
  ["03016a00454b0330000101", "hex"],
  ["03016A00454B0330000101\n", "hex"],
  ["0x03016a00454b0330000101", "hex"],
  ["0x03, 0x01, 0x6A, 0x00, 0x45, 0x4B, 0x03, 0x30, 0x00, 0x01, 0x01", "hex"],
  ["0x03 0x01 0x6a 0x00 0x45 0x4b 0x3 0x30 0x0 0x1 0x1", "hex"],
  ["{0x03,0x01,0x6A,0x00,0x45,0x4B,0x03,0x30,0x00,0x01,0x01}", "hex"],
  ["03-01-6A-00-45-4B-03-30-00-01-01", "hex"],
  ["03:01:6a:00:45:4b:03:30:00:01:01", "hex"],
  ["%03%01 %6A%00 %45%4B%03%30%00%01%01", "hex"],
  ["$03 $01 $6A $00 $45 $4B $03 $30 $00 $01 $01", "hex"],
  ["03h 01h 6Ah 00h 45h 4Bh 03h 30h 00h 01h 01h", "hex"],
  ["X'03016A00454B0330000101'", "literal"],
  ["0x030x010x6a0x000x450x4b0x030x300x000x010x01", "hex"],
  [
    "00000011 00000001 01101010 00000000 01000101 01001011 00000011 00110000 00000000 00000001 00000001",
    "binary",
  ],
  ["  %03%01j%00EK%030%00%01%01  \n", "percent"],
  ["%03%01j%00E\n  K%030%00%01%01", "percent"],
  ["Dim body() As Byte = {&H03, &H01, &H6A, &H0, &H45, &H4B, &H3, &H30, &H0, &H1, &H1}", "literal"],
  ["let v = vec![0x03u8, 0x01u8, 0x6au8, 0u8, 0x45u8, 0x4bu8, 3u8, 0x30u8, 0u8, 1u8, 1u8];", "literal"],
  [
    "[\n  0 => 3,\n  1 => 1,\n  2 => 106,\n  3 => 0,\n  4 => 69,\n  5 => 75,\n  6 => 3,\n  7 => 48,\n  " +
      "8 => 0,\n  9 => 1,\n  10 => 1,\n]",
    "literal",
  ],
  [
    "Array\n(\n    [0] => 3\n    [1] => 1\n    [2] => 106\n    [3] => 0\n    [4] => 69\n    [5] => " +
      "75\n    [6] => 3\n    [7] => 48\n    [8] => 0\n    [9] => 1\n    [10] => 1\n)\n",
    "literal",
  ],
  ['{"time":1,"body":"AwFqAEVLAzAAAQE="}\n{"time":2,"note":"nothing"}\n', "json"],
  ['{"type":"Buffer",\u00A0"data":[3,1,106,0,69,75,3,48,0,1,1]}', "json"],
  ["3 1 6a 0 45 4b 3 30 0 1 1", "hex"],
  ["0301 6a00 454b 0330 0001 01", "hex"],
  ["03016a0\n0454b03\n3000010\n1", "hex"],
  ["03016a00\n454b0330\n000101\n", "hex"],
  ["<03016a00 454b0330 000101>", "hex"],
  ["\\x03\\x01\\x6a\\x00\\x45\\x4b\\x03\\x30\\x00\\x01\\x01", "escaped"],
  ["\\x03\\x01j\\x00EK\\x030\\x00\\x01\\x01", "escaped"],
  ["\\3\\1j\\0EK\\0030\\0\\1\\1", "escaped"],
  ["\\u0003\\u0001j\\u0000EK\\u00030\\u0000\\u0001\\u0001", "escaped"],
  ["%03%01j%00EK%030%00%01%01", "percent"],
  ["=03=01j=00EK=030=00=01=01", "quoted-printable"],
  ["3 1 106 0 69 75 3 48 0 1 1", "decimal"],
  ["[3, 1, 106, 0, 69, 75, 3, 48, 0, 1, 1]", "decimal"],
  ["3,1,106,0,69,75,3,48,0,1,1", "decimal"],
  ["AwFqAEVLAzAAAQE=", "base64"],
  ["AwFqAEVLAzAAAQE", "base64"],
  ["AwFqAEVL\r\nAzAAAQE=\r\n", "base64"],
  ['"AwFqAEVLAzAAAQE="', "json"],
  ["-----BEGIN WBXML-----\nAwFqAEVLAzAAAQE=\n-----END WBXML-----\n", "base64"],
  ["data:application/vnd.ms-sync.wbxml;base64,AwFqAEVLAzAAAQE=", "data-uri"],
  ["data:application/vnd.ms-sync.wbxml,%03%01j%00EK%030%00%01%01", "data-uri"],
  ['{"type":"Buffer","data":[3,1,106,0,69,75,3,48,0,1,1]}', "json"],
  ['{"0":3,"1":1,"2":106,"3":0,"4":69,"5":75,"6":3,"7":48,"8":0,"9":1,"10":1}', "json"],
  ['{"request":{"body":"AwFqAEVLAzAAAQE="}}', "json"],
  ['[{"hex":"03016a00454b0330000101"}]', "json"],
  ['"\\u0003\\u0001j\\u0000EK\\u00030\\u0000\\u0001\\u0001"', "json"],
  ['"\\x03\\x01j\\x00EK\\x03" "0\\x00\\x01\\x01"', "literal"],
  ['char body[] = "\\x03\\x01j\\x00EK\\x03\\60\\x00\\x01\\x01";', "literal"],
  ["const uint8_t body[11] = { 3, 1, 'j', 0, 'E', 'K', '\\x03', '0', 0, 1, 1 }; /* Sync */", "literal"],
  [
    "unsigned char body[] = {\n  0x03, 0x01, 0x6a, 0x00, // header\n  0x45, 0x4b, 0x03, 0x30, 0x00, " +
      "0x01, 0x01\n};\n",
    "literal",
  ],
  [
    "byte[] body = new byte[] { 0x03, 0x01, 0x6A, 0x00, 0x45, 0x4B, 0x03, 0x30, 0x00, 0x01, 0x01 };",
    "literal",
  ],
  ["byte[] body = {(byte)0x03, (byte) 0x01, 106, 0, 69, 75, 3, 48, 0, 1, 1};", "literal"],
  ['var body = Convert.FromBase64String("AwFqAEVLAzAAAQE=");', "literal"],
  ['var body = Convert.FromHexString("03016A00454B0330000101");', "literal"],
  ["val body = byteArrayOf(0x03, 0x01, 0x6A, 0x00, 0x45, 0x4B, 0x03.toByte(), 0x30, 0, 1, 1)", "literal"],
  ["body := []byte{0x03, 0x01, 0x6a, 0x00, 0x45, 0x4b, 0x03, 0x30, 0x00, 0x01, 0x01}", "literal"],
  ["body := [11]byte{0x03, 0x01, 0x6a, 0x00, 0x45, 0x4b, 0x03, 0x30, 0x00, 0x01, 0x01}", "literal"],
  ['body := []byte("\\x03\\x01j\\x00EK\\x030\\x00\\x01\\x01")', "literal"],
  ['b, err := hex.DecodeString("03016a00454b0330000101")', "literal"],
  ["b'\\x03\\x01j\\x00EK\\x030\\x00\\x01\\x01'", "literal"],
  ["body = (b'\\x03\\x01j\\x00'\n        b'EK\\x030\\x00\\x01\\x01')", "literal"],
  ["bytes([3, 1, 0x6a, 0, 69, 75, 3, 48, 0, 1, 1])", "literal"],
  ["bytearray(b'\\x03\\x01j\\x00EK\\x030\\x00\\x01\\x01')", "literal"],
  ["bytes.fromhex('03016a00 454b0330 000101')", "literal"],
  ["new Uint8Array([3, 1, 106, 0, 69, 75, 3, 48, 0, 1, 1])", "literal"],
  ["Uint8Array(11) [\n  3, 1, 106, 0, 69,\n  75, 3, 48, 0, 1,\n  1\n]", "literal"],
  ["Buffer.from('03016a00454b0330000101', 'hex')", "literal"],
  ['Buffer.from("AwFqAEVLAzAAAQE=", "base64")', "literal"],
  ["<Buffer 03 01 6a 00 45 4b 03 30 00 01 01>", "literal"],
  ['$body = "\\x03\\x01j\\x00EK\\x030\\x00\\x01\\x01";', "literal"],
  ["$body = hex2bin('03016a00454b0330000101');", "literal"],
  ["$body = base64_decode('AwFqAEVLAzAAAQE=');", "literal"],
  ["[byte[]](0x03,0x01,0x6A,0x00,0x45,0x4B,0x03,0x30,0x00,0x01,0x01)", "literal"],
  ["let body: [u8; 11] = [0x03u8, 0x01, 0x6a, 0x00, 0x45, 0x4b, 0x03, 0x30, 0x00, 0x01, 0x01];", "literal"],
  ["0000   03 01 6a 00 45 4b 03 30 00 01 01                  ..j.EK.0...", "wireshark"],
  ["00000000: 0301 6a00 454b 0330 0001 01              ..j.EK.0...", "xxd"],
  ["03 01 6A 00 45 4B 03 30 00 01 01                 ..j.EK.0...", "hex-columns"],
  ["00000000h: 03 01 6A 00 45 4B 03 30 00 01 01 ; ..j.EK.0...", "hex-dump"],
];

describe("one payload in every form", () => {
  it.each(FORMS)("%j is %s", async (text, format) => {
    for (const input of [text, new TextEncoder().encode(text)]) {
      const reading = await readInput(input);
      expect(reading.captures.map(({ payload }) => hexOf(payload))).toEqual([hexOf(PAYLOAD)]);
      expect(reading.problems).toEqual([]);
      expect(reading.format).toBe(format);
    }
  });

  it("takes signed numbers", async () => {
    const reading = await readInput("[3, 1, 106, 0, 69, 75, 3, 90, -61, -85, 0, 1, 1]");
    expect(hexOf(reading.captures[0]?.payload)).toBe(hexOf(ACCENT));
  });

  it("reads base64url and base64 alike", async () => {
    const bytes = Uint8Array.of(...PAYLOAD.subarray(0, 6), 0xc3, 4, 0xfb, 0xff, 0xbf, 0xfe, 1, 1);
    const standard = Buffer.from(bytes).toString("base64");
    for (const text of [standard, Buffer.from(bytes).toString("base64url")]) {
      expect(hexOf((await readInput(text)).captures[0]?.payload)).toBe(hexOf(bytes));
    }
    expect(standard).toMatch(/[+/]/);
  });

  it("reads a string as bytes or as UTF-8, whichever is plausible, and offers the other", async () => {
    const asBytes = await readInput('"\\u0003\\u0001j\\u0000EK\\u0003Z\\u00c3\\u00ab\\u0000\\u0001\\u0001"');
    expect(hexOf(asBytes.captures[0]?.payload)).toBe(hexOf(ACCENT));
    const source = await readInput('s = "\\x03\\x01j\\x00EK\\x03Zë\\x00\\x01\\x01";');
    const offered = await Promise.all(source.alternatives.map((alternative) => alternative.read()));
    expect(
      [source, ...offered].flatMap(({ captures }) => captures.map(({ payload }) => hexOf(payload))),
    ).toContain(hexOf(ACCENT));
  });

  it("reads text in UTF-16 with a byte order mark", async () => {
    const text = "\uFEFF03 01 6A 00 45 4B 03 30 00 01 01\r\n";
    const reading = await readInput(new Uint8Array(Buffer.from(text, "utf16le")), "dump.txt");
    expect(reading.captures.map(({ payload }) => hexOf(payload))).toEqual([hexOf(PAYLOAD)]);
  });

  it("keeps the places of several payloads", async () => {
    const text =
      "char peer0_0[] = { /* Packet 4 */\n0x03, 0x01, 0x6a, 0x00, 0x45, 0x4b, 0x03, 0x30, 0x00, 0x01, " +
      "0x01 };\nchar peer1_0[] = { /* Packet 6 */\n0x03, 0x01, 0x6a, 0x00, 0x05 };\n";
    const { captures } = await readInput(text);
    expect(captures.map(({ direction, label, payload }) => [direction, label, payload.length])).toEqual([
      ["request", "peer0_0", 11],
      ["response", "peer1_0", 5],
    ]);
    const range = captures[1]?.origin.text;
    expect(text.slice(range?.from, range?.to)).toBe("{ /* Packet 6 */\n0x03, 0x01, 0x6a, 0x00, 0x05 }");
  });
});

describe("raw bytes", () => {
  it("are WBXML by their header, and empty input is unknown", async () => {
    const reading = await readInput(PAYLOAD, "a.bin");
    expect([reading.format, hexOf(reading.captures[0]?.payload), reading.captures[0]?.origin.name]).toEqual([
      "wbxml",
      hexOf(PAYLOAD),
      "a.bin",
    ]);
    const pasted = await readInput(String.fromCharCode(...ACCENT));
    expect([pasted.format, hexOf(pasted.captures[0]?.payload)]).toEqual(["wbxml", hexOf(ACCENT)]);
    const lossy = await readInput(`${String.fromCharCode(...ACCENT.subarray(0, 8))}\uFFFD\uFFFD\0\x01\x01`);
    expect(codes(lossy)).toContain("replacement-character");
  });

  it.each<[string | Uint8Array]>([
    [""],
    [new Uint8Array(0)],
    ["Hello, world"],
    ["The quick brown fox."],
    [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0)],
  ])("that fit nothing are unknown: %j", async (input) => {
    const reading = await readInput(input);
    expect([reading.format, reading.captures.length, codes(reading)]).toEqual([
      "unknown",
      0,
      ["unknown-input"],
    ]);
  });

  it("that start after their header are WBXML with the header missing", async () => {
    const reading = await readInput(PAYLOAD.subarray(4), "a.bin");
    expect([reading.format, codes(reading)]).toEqual(["wbxml", ["missing-header"]]);
    expect(hexOf((await reading.alternatives[0]?.read())?.captures[0]?.payload)).toBe(hexOf(PAYLOAD));
  });

  it("as XML go to the encoder", async () => {
    const text = '<?xml version="1.0"?>\n<Sync xmlns="AirSync">é</Sync>';
    const reading = await readInput(text);
    expect([reading.format, reading.captures[0]?.contentType]).toEqual(["xml", "application/xml"]);
    expect(new TextDecoder().decode(reading.captures[0]?.payload)).toBe(text);
  });
});

/** The text that a problem refers to. */
const pointedAt = (reading: Reading, code: string, text: string) => {
  const found = reading.problems.find((problem) => problem.code === code)?.text;
  return found && text.slice(found.from, found.to);
};

describe("what is missing or doubtful", () => {
  it("reports an odd digit", async () => {
    const text = "03016a00454b033000010";
    const reading = await readInput(text);
    expect(codes(reading)).toEqual(["odd-digit"]);
    expect(hexOf(reading.captures[0]?.payload)).toBe(text.slice(0, -1));
    expect(pointedAt(reading, "odd-digit", text)).toBe(text);
  });

  const rows = [
    "00000000: 0301 6a00 454b 0330 0000 0000 0000 0000  ..j.EK.0........",
    "00000010: 6162 6364 6566 6162 6364 6566 3031 3233  abcdefabcdef0123",
    "00000020: 6162 6364 6566 6162 6364 6566 3031 3233  abcdefabcdef0123",
    "00000030: 0101                                     ..",
  ];

  it("does not read a text column that looks like hex as bytes", async () => {
    const reading = await readInput(rows.join("\n"));
    expect([reading.captures[0]?.payload.length, codes(reading)]).toEqual([50, []]);
    const single = await readInput("0000  41 42 43 44 45 46 61 62  ABCDEFab");
    expect(hexOf(single.captures[0]?.payload)).toBe("4142434445466162");
  });

  it("reports a missing row", async () => {
    const text = rows.filter((_, i) => i !== 1).join("\n");
    const reading = await readInput(text);
    expect(codes(reading)).toEqual(["gap"]);
    expect(pointedAt(reading, "gap", text)).toBe("00000020");
    expect(reading.captures[0]?.payload.length).toBe(34);
  });

  it("reports a row that lost bytes", async () => {
    const text = rows
      .join("\n")
      .replace(
        "6162 6364 6566 6162 6364 6566 3031 3233  abc",
        "6162 6364 6566 6162 6364 6566 3031       abc",
      );
    const reading = await readInput(text);
    expect(codes(reading)).toEqual(["gap"]);
    expect(pointedAt(reading, "gap", text)).toBe("00000020");
  });

  it("reports a dump that starts late and a count that does not match", async () => {
    expect(codes(await readInput(rows.slice(1).join("\n")))).toContain("starts-late");
    const text = "unsigned char a[] = {\n  0x03, 0x01, 0x6a, 0x00, 0x05\n};\nunsigned int a_len = 6;\n";
    expect(codes(await readInput(text))).toEqual(["count-mismatch"]);
  });

  it("reports what a tool shortened", async () => {
    const text = "<Buffer 03 01 6a 00 45 4b 03 30 00 01 01 ... 50 more bytes>";
    const reading = await readInput(text);
    expect([codes(reading), hexOf(reading.captures[0]?.payload)]).toEqual([["shortened"], hexOf(PAYLOAD)]);
  });

  it("reports text that does not belong, and lost characters", async () => {
    const hex = "03 01 6A 00 45 4B 03 30 00 01 01 ".repeat(400);
    const reading = await readInput(`${hex}zz ${hex}\uFFFD`);
    expect(codes(reading)).toEqual(["unexpected-text", "replacement-character"]);
    expect(reading.problems[0]?.text).toEqual({ from: hex.length, to: hex.length + 2 });
    expect(reading.captures[0]?.payload.length).toBe(11 * 800);
  });

  it.each([
    "45 4B 03 30 00 01 01",
    "00 07 56 52 03 30 00 01 01",
    "01 6A 00 45 4B 03 30 00 01 01",
    "6a 00 45 4B 03 30 00 01 01",
  ])("offers %s with its header", async (text) => {
    const reading = await readInput(text);
    expect(codes(reading)).toEqual(["missing-header"]);
    expect(hexOf(reading.captures[0]?.payload)).toBe(text.replaceAll(" ", "").toLowerCase());
    const [first] = reading.alternatives;
    expect(first?.format).toBe("hex+header");
    const repaired = await first?.read();
    expect(hexOf(repaired?.captures[0]?.payload)).toMatch(/^03016a00(?:454b|00075652)/);
    expect(repaired?.problems.map(({ code }) => code)).toEqual([]);
    expect((await repaired?.alternatives[0]?.read())?.captures[0]?.payload).toEqual(
      reading.captures[0]?.payload,
    );
  });
});

describe("payloads in other text", () => {
  it.each([
    "2026-11-22 10:00 request body: 03 01 6A 00 45 4B 03 30 00 01 01 (11 bytes), see below",
    "> WBXML=03016a00454b0330000101; and that was all",
    "Hi,\nthe log says AwFqAEVLAzAAAQE= which I cannot read.\n",
  ])("are found by their header: %s", async (text) => {
    const reading = await readInput(text);
    expect([reading.format, codes(reading)]).toEqual(["embedded", ["surrounding-text"]]);
    expect(reading.captures.map(({ payload }) => hexOf(payload))).toEqual([hexOf(PAYLOAD)]);
    const range = reading.captures[0]?.origin.text;
    expect(text.slice(range?.from, range?.to)).toMatch(/^(?:03|AwFq).*(?:01|=)$/);
  });
});

describe("the summary", () => {
  it("gives in one line the format, the size, and the source", async () => {
    const dump = readSampleFile("text/kilobytes.hexdump-c.txt");
    const { summary, captures } = await readInput(dump, "dump.txt");
    expect(summary).toBe(
      `hexdump -C, ${captures[0]?.payload.length.toLocaleString("en")} bytes, from offset 0`,
    );
    const late = await readInput(new TextDecoder().decode(dump).split("\n").slice(1).join("\n"));
    expect(late.summary).toMatch(/ from offset 16$/);
  });

  it("counts sessions that were skipped", async () => {
    const eas = {
      request: { method: "POST", url: "https://x/Microsoft-Server-ActiveSync?Cmd=Ping", headers: [] },
      response: { status: 0 },
    };
    const other = { request: { method: "GET", url: "https://x/", headers: [] }, response: { status: 0 } };
    const tunnel = { request: { method: "CONNECT", url: "x:443", headers: [] }, response: { status: 0 } };
    const har = JSON.stringify({ log: { version: "1.2", entries: [eas, other, tunnel, eas, {}] } });
    expect((await readInput(har)).summary).toContain(", 2 of 5 sessions");
  });

  it("is short for every sample", async () => {
    const files = readdirSync(new URL("./samples/text/", import.meta.url)).filter(
      (file) => !file.endsWith(".md"),
    );
    for (const file of files) {
      const { summary } = await readInput(readSampleFile(`text/${file}`), file);
      expect([file, summary.includes("\n"), summary.length <= 110]).toEqual([file, false, true]);
    }
  });
});

describe("recognition", () => {
  it.each([
    ["hexadecimal", "03 01 6A 00 "],
    ["base64", "AwFqAEVLAzAAAQE"],
    ["prose", "The quick brown fox jumps over the lazy dog, 42 times. "],
    ["JSON in one line", '{"a":[1,2,"x"]},'],
    ["brackets", "[({"],
    ["a dump without bytes", "0000\n"],
  ])("examines a bounded part of 20 MB of %s", (_, text) => {
    const input = { name: undefined, text: text.repeat(20_000_000 / text.length), bytes: undefined };
    const start = performance.now();
    for (const format of formats) format.recognise(input);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("alternatives", () => {
  it("read the input as another format when asked", async () => {
    const reading = await readInput("03016a00454b0330000101");
    const base64 = reading.alternatives.find(({ format }) => format === "base64");
    expect((await base64?.read())?.format).toBe("base64");
  });

  it("are ordered and exclude the chosen one", async () => {
    const reading = await readInput("3 1 106 0 69 75 3 48 0 1 1");
    expect(reading.alternatives.map(({ format }) => format)).not.toContain(reading.format);
  });

  it("stop when asked to", async () => {
    await expect(readInput("03 01", undefined, { signal: AbortSignal.abort() })).rejects.toThrow("aborted");
  });
});
