import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dialects } from "./dump/dialects";
import type { Reading } from "./format";
import { readInput } from "./read";

const folder = new URL("./samples/text/", import.meta.url);
const bytesOf = (file: string) => new Uint8Array(readFileSync(new URL(file, folder)));
const textOf = (file: string) => readFileSync(new URL(file, folder), "utf8");

/** The format of tools whose samples are not dumps with offsets, or are not named after their dialect. */
const FORMATS: Readonly<Record<string, string>> = {
  "xxd-p": "hex",
  "xxd-i": "literal",
  "od-an-tx1": "hex",
  "od-an-v-tx1": "hex",
  "od-an-b": "octal",
  base64: "base64",
  "base64-w0": "base64",
  "python-bytes": "literal",
  "python-list": "decimal",
  "python-urlquote": "percent",
  "python-json-latin1": "json",
  "node-buffer": "json",
  "node-uint8array": "json",
  "java-signed": "literal",
  "wireshark-hex-stream": "hex",
  "wireshark-escaped": "literal",
  "fiddler-hex": "hex",
  "fiddler-hex-text": "hex-columns",
  "fiddler-0x": "hex",
  "tshark-follow": "follow-stream",
  "tshark-follow-yaml": "follow-yaml",
  tshark: "tshark-json",
};

/** The longest dump dialect that a tool's name starts with: `od-tx1` is od. */
function dialectNamed(tool: string): string | undefined {
  return dialects
    .map(({ id }) => id)
    .filter((id) => tool === id || tool.startsWith(`${id}-`))
    .sort((a, b) => b.length - a.length)[0];
}

/** The format that must be recognised for each tool's samples. */
function formatNamed(tool: string): string | undefined {
  return FORMATS[tool] ?? dialectNamed(tool);
}

/** Samples that contain a request and its response, both with the payload as body. */
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
  it("all exist", () => {
    expect(samples.length).toBeGreaterThan(140);
    const tools = new Set(samples.map(({ tool }) => tool));
    expect(Object.keys(FORMATS).filter((tool) => !tools.has(tool))).toEqual([]);
    expect([...tools].filter((tool) => formatNamed(tool) === undefined)).toEqual([]);
  });

  it("exist for every dump dialect", () => {
    const seen = new Set(samples.map(({ tool }) => formatNamed(tool)));
    expect(dialects.filter(({ id }) => !seen.has(id)).map(({ id }) => `${id}: no sample`)).toEqual([]);
  });

  it.each(samples)("$file gives the exact bytes by file name and pasted", async ({ file, tool, payload }) => {
    const dropped = await readInput(bytesOf(file), file);
    expect(found(dropped, tool)).toEqual(expected(tool, payload));
    const pasted = await readInput(textOf(file));
    expect(found(pasted, tool)).toEqual(expected(tool, payload));
    expect([dropped.format, pasted.format]).toEqual([formatNamed(tool), formatNamed(tool)]);
  });

  it.each(samples.filter(({ file }) => file.endsWith(".txt")))(
    "$file reads with CRLF line endings and trimmed white space",
    async ({ file, tool, payload }) => {
      const text = textOf(file).replaceAll(/\r?\n/g, "\r\n");
      expect(found(await readInput(text), tool)).toEqual(expected(tool, payload));
      const trimmed = text.replaceAll(/[ \t]+\r\n/g, "\r\n").trimEnd();
      expect(found(await readInput(trimmed), tool)).toEqual(expected(tool, payload));
    },
  );
});
