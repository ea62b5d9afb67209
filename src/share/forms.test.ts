import { describe, expect, it } from "vitest";
import { excerpt, fragmentXml } from "../document/edits/excerpt";
import { copyForms } from "../formats/write/copyForms";
import { encode, readInput } from "../index";
import { decode } from "../testing/codec";
import { nodeBytes } from "../wbxml/tokenTable";
import { formatCurlCommand, formatPowerShellCommand } from "./commandLines";
import { formatDocumentJson } from "./documentJson";
import { type FileForm, startText, type TextForm, TextTooLong, writeFile, writeText } from "./forms";
import { buildHttpMessage, encodeHttpMessage } from "./httpMessage";

const XML =
  '<Sync xmlns="AirSync"><Collections><Collection><SyncKey>ä€𝄞</SyncKey>' +
  "<CollectionId>15</CollectionId></Collection></Collections></Sync>";
const { bytes } = encode(XML);
const document = decode(bytes);
const payload = { bytes, document: () => document };
const node = document.planTokens()[2] ?? 0;
const facts = { direction: "request", command: "Sync", version: "14.1" } as const;
const options = { query: "plain", credentials: false } as const;
const message = buildHttpMessage({ ...facts, body: bytes }, options);

const write = (form: TextForm): string => [...writeText(payload, form)].join("");
const save = async (form: FileForm, longest?: number): Promise<Uint8Array> =>
  new Uint8Array(await (await writeFile(payload, form, longest)).arrayBuffer());

describe("a payload as text", () => {
  it("is its XML, its JSON, or a command that sends it", () => {
    expect(write({ kind: "xml" })).toBe(document.xml);
    expect(write({ kind: "json" })).toBe(formatDocumentJson(document));
    expect(write({ kind: "curl", facts, options })).toBe(formatCurlCommand(message));
    expect(write({ kind: "powershell", facts, options })).toBe(formatPowerShellCommand(message));
    expect(write({ kind: "text", text: "known" })).toBe("known");
  });

  it("is that of one node", () => {
    expect(write({ kind: "xml", node })).toBe(fragmentXml(document, node));
    expect(write({ kind: "json", node })).toBe(formatDocumentJson(document, node));
  });

  it.each(copyForms)("is $title of all its bytes, or of a node", ({ id, write: writeForm }) => {
    expect(write({ kind: "copy", id })).toBe(writeForm(bytes));
    expect(write({ kind: "copy", id, node })).toBe(writeForm(nodeBytes(document.tree.tokens, node)));
    expect(write({ kind: "copy", id, node, isExcerpt: true })).toBe(writeForm(excerpt(document, node)));
  });
});

describe("a payload as a file", () => {
  it("has the same text, in UTF-8", async () => {
    expect(await save({ kind: "json" })).toEqual(new TextEncoder().encode(formatDocumentJson(document)));
    expect(await save({ kind: "xml" })).toEqual(new TextEncoder().encode(document.xml));
  });

  it("keeps the order of a text that is put together from many pieces", async () => {
    const large = { bytes: new Uint8Array(3_000_000).map((_, i) => i * 7), document: () => document };
    const file = await writeFile(large, { kind: "copy", id: "base64" });
    expect(await file.text()).toBe(Buffer.from(large.bytes).toString("base64"));
  });

  it("is the message as it is sent", async () => {
    expect(await save({ kind: "http", facts, options })).toEqual(encodeHttpMessage(message));
  });

  it("is an archive with the payload, its XML and a description", async () => {
    const known = await save({ kind: "vector", description: "{}", xml: document.xml });
    const written = await save({ kind: "vector", description: "{}" });
    expect(written.length).toBe(known.length);
    const { captures } = await readInput(written);
    expect(captures.map((capture) => capture.payload)).toContainEqual(bytes);
  });

  it("is refused as soon as its text is longer than allowed", async () => {
    const { length } = formatDocumentJson(document);
    expect((await save({ kind: "json" }, length)).length).toBeGreaterThanOrEqual(length);
    await expect(save({ kind: "json" }, length - 1)).rejects.toThrow(TextTooLong);
  });
});

describe("the start of a text", () => {
  const forms: readonly TextForm[] = [
    { kind: "json" },
    { kind: "curl", facts, options },
    { kind: "powershell", facts, options },
    { kind: "text", text: "ten digits" },
  ];

  it.each(forms)("is the text of $kind up to any length", (form) => {
    const whole = write(form);
    for (let most = 1; most <= whole.length + 2; most += 3) {
      const start = startText(payload, form, most);
      expect(whole.startsWith(start.text)).toBe(true);
      expect(start.text.length).toBeLessThanOrEqual(most);
      expect(start.isWhole).toBe(start.text === whole);
      if (start.length !== undefined) expect(start.length).toBe(whole.length);
    }
    expect(startText(payload, form, whole.length)).toMatchObject({ text: whole, isWhole: true });
  });

  it("is that of the lines of the XML", () => {
    expect(startText(payload, { kind: "xml" }, 10_000)).toEqual({ text: document.xml, isWhole: true });
    expect(startText(payload, { kind: "xml" }, 30)).toEqual({
      text: document.xml.slice(0, 30),
      isWhole: false,
    });
  });

  it("ends before a value that is longer than it", () => {
    const long = decode(encode(XML.replace("15", "9".repeat(5000))).bytes);
    const { text, isWhole } = startText({ bytes: long.bytes, document: () => long }, { kind: "json" }, 4000);
    expect([isWhole, text.includes("CollectionId"), text.includes("999")]).toEqual([false, true, false]);
  });
});
