import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { unpackDocument } from "../document/pack";
import { MAX_DECODED_BYTES } from "../document/size";
import { easCodeSpace } from "../eas/codeSpace";
import { decode, encode } from "../index";
import { type RunningWorker, runWorker } from "../testing/workerScope";
import type { DocumentReport, OpenedPayload, ToDocumentWorker } from "./documentMessages";

const XML = '<Ping xmlns="Ping"><HeartbeatInterval>60</HeartbeatInterval></Ping>';
const WBXML = encode(XML).bytes;

let worker: RunningWorker<ToDocumentWorker, DocumentReport>;
let lastId = 0;

beforeAll(async () => {
  worker = await runWorker(() => import("./documentWorker"));
});
afterAll(() => vi.unstubAllGlobals());

function open(
  payload: Uint8Array,
  contentType?: string,
  transfer: readonly ArrayBuffer[] = [],
): DocumentReport | undefined {
  worker.send({ kind: "open", id: ++lastId, payload, contentType }, transfer);
  return worker.reports.at(-1);
}

function openPayload(payload: Uint8Array, contentType?: string): OpenedPayload {
  const report = open(payload, contentType);
  if (report?.kind !== "opened" || report.id !== lastId || report.content.kind !== "payload")
    throw new Error(`the report is ${report?.kind}`);
  return report.content;
}

describe("the document worker", () => {
  it("says that it has started", () => expect(worker.reports[0]).toEqual({ kind: "ready" }));

  it("opens WBXML, and sends no bytes back", () => {
    const { bytes, document, context, typed } = openPayload(WBXML);
    expect([bytes, typed]).toEqual([undefined, undefined]);
    expect(context).toMatchObject({ command: "Ping", direction: "request" });
    expect(context.versions).toContain("14.1");
    const opened = unpackDocument(document, WBXML, easCodeSpace);
    expect([opened.xml, opened.rows()]).toEqual([decode(WBXML).xml, decode(WBXML).rows()]);
  });

  it("encodes XML, and keeps it as written", () => {
    const written = XML.replace("><", ">\n\n<");
    const { bytes, document, typed } = openPayload(new TextEncoder().encode(written), "text/xml");
    expect([bytes, typed]).toEqual([WBXML, { text: written, isDraft: false, problems: [] }]);
    expect(unpackDocument(document, WBXML, easCodeSpace).xml).toBe(written);
  });

  it("makes XML that can't be encoded a draft", () => {
    const { bytes, typed } = openPayload(new TextEncoder().encode(XML.replace("</Ping>", "")), "text/xml");
    expect(bytes).toHaveLength(0);
    expect(typed).toMatchObject({ isDraft: true, problems: [{ code: "unclosed-tag" }] });
  });

  it("returns what is no payload as text", () => {
    expect(open(new TextEncoder().encode("<html>"), "text/html")).toMatchObject({
      content: { kind: "text", text: "<html>" },
    });
  });

  it("sends no text of a payload that is too large to edit as one", () => {
    const large = Uint8Array.from([3, 1, 0x6a, 0, 0x45, ...new Uint8Array(310_000).fill(0x0b), 1]);
    expect(openPayload(large).document.rendering).toBeUndefined();
  });

  it("refuses a payload that is too large, with the reason", () => {
    const bytes = new Uint8Array(MAX_DECODED_BYTES + 1);
    const report = open(bytes, undefined, [bytes.buffer]);
    expect(report).toMatchObject({ kind: "too-large", id: lastId });
    expect(report).toHaveProperty("reason", expect.stringContaining("larger than 256 MB"));
  });

  it("reports an error, and opens the next body", () => {
    expect(open(null as unknown as Uint8Array)).toMatchObject({ kind: "crash", id: lastId });
    expect(openPayload(WBXML).document.facts.count).toBe(decode(WBXML).tree.tokens.count);
  });
});
