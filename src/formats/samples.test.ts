import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Reading } from "./format";
import { readInput } from "./read";

const folder = new URL("./samples/text/", import.meta.url);
const bytesOf = (file: string) => new Uint8Array(readFileSync(new URL(file, folder)));
const textOf = (file: string) => readFileSync(new URL(file, folder), "utf8");

/** The format that each tool's samples must be taken for. */
const FORMATS: Readonly<Record<string, string>> = {
  xxd: "xxd",
  "xxd-u-g1": "xxd",
  "xxd-d": "xxd",
  "xxd-e": "xxd",
  "xxd-b": "xxd",
  "xxd-c8": "xxd",
  "xxd-p": "hex",
  "xxd-i": "literal",
  hexdump: "hexdump",
  "hexdump-v": "hexdump",
  "hexdump-c": "hexdump-c",
  "hexdump-b": "hexdump",
  "hexdump-d": "hexdump",
  od: "od",
  "od-tx1": "od",
  "od-ad-tx1": "od",
  "od-ax-tx1z": "od",
  "od-tx1z": "od",
  "od-td1": "od",
  "od-tu1": "od",
  "od-tx4": "od",
  "od-b": "od",
  "od-an-tx1": "hex",
  "od-an-v-tx1": "hex",
  "od-an-b": "octal",
  "od-characters": "od-characters",
  "hexdump-characters": "hexdump-characters",
  base64: "base64",
  "base64-w0": "base64",
  "python-bytes": "literal",
  "python-list": "decimal",
  "python-urlquote": "percent",
  "python-json-latin1": "json",
  "node-buffer": "json",
  "node-uint8array": "json",
  "java-signed": "literal",
  "wireshark-hex-ascii": "wireshark",
  "wireshark-hex": "wireshark",
  "wireshark-hex-stream": "hex",
  "wireshark-escaped": "literal",
  "format-hex-5": "format-hex",
  "format-hex-7": "format-hex",
  "fiddler-hex": "hex",
  "fiddler-hex-text": "hex-columns",
  "fiddler-0x": "hex",
  "burp-hex": "burp-hex",
  "tshark-x": "tshark-x",
  "tshark-follow": "follow-stream",
  "tshark-follow-yaml": "follow-yaml",
  "tcpdump-x": "tcpdump",
  "tcpdump-xx": "tcpdump",
  tshark: "tshark-json",
};

/** Samples that hold a request and its response, both with the payload as body. */
const CONVERSATIONS = new Set([
  "tshark-x",
  "tshark-follow",
  "tshark-follow-yaml",
  "tcpdump-x",
  "tcpdump-xx",
  "tshark",
]);

const samples = readdirSync(folder)
  .filter((file) => /\.(?:txt|json)$/.test(file))
  .map((file) => {
    const [payload = "", tool = ""] = file.split(".");
    return { file, tool, payload: bytesOf(`${payload}.wbxml`) };
  });

/** What a sample must give: no problem, the exact payloads, and both directions of a conversation. */
function expected(tool: string, payload: Uint8Array) {
  const hex = Buffer.from(payload).toString("hex");
  const captures = CONVERSATIONS.has(tool)
    ? [
        [hex, "request", "Sync"],
        [hex, "response", "Sync"],
      ]
    : [[hex]];
  return { problems: [], captures };
}

function found(reading: Reading, tool: string) {
  const facts = reading.captures.map(({ payload, direction, command }) => [
    Buffer.from(payload).toString("hex"),
    direction,
    command,
  ]);
  return {
    problems: reading.problems,
    captures: CONVERSATIONS.has(tool) ? facts : facts.map(([hex]) => [hex]),
  };
}

describe("samples written by the real tools", () => {
  it("are all there", () => {
    expect(samples.length).toBeGreaterThan(140);
    expect(new Set(samples.map(({ tool }) => tool))).toEqual(new Set(Object.keys(FORMATS)));
  });

  it.each(samples)("$file gives the exact bytes by file name and pasted", async ({ file, tool, payload }) => {
    const dropped = await readInput(bytesOf(file), file);
    expect(found(dropped, tool)).toEqual(expected(tool, payload));
    const pasted = await readInput(textOf(file));
    expect(found(pasted, tool)).toEqual(expected(tool, payload));
    expect([dropped.format, pasted.format]).toEqual([FORMATS[tool], FORMATS[tool]]);
  });

  it.each(samples.filter(({ file }) => file.endsWith(".txt")))(
    "$file reads with CRLF line ends and trimmed white space",
    async ({ file, tool, payload }) => {
      const text = textOf(file).replaceAll(/\r?\n/g, "\r\n");
      expect(found(await readInput(text), tool)).toEqual(expected(tool, payload));
      const trimmed = text.replaceAll(/[ \t]+\r\n/g, "\r\n").trimEnd();
      expect(found(await readInput(trimmed), tool)).toEqual(expected(tool, payload));
    },
  );
});
