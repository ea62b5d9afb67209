import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { copyForms } from "../formats/write/copyForms";
import { decode, encode } from "../index";
import { type FileForm, writeFile } from "../share/forms";
import { type RunningWorker, runWorker } from "../testing/workerScope";
import type { ExportReport, ToExportWorker } from "./exportMessages";

const BYTES = encode('<Ping xmlns="Ping"><HeartbeatInterval>60</HeartbeatInterval></Ping>').bytes;
const NO_LIMIT = Number.POSITIVE_INFINITY;

let worker: RunningWorker<ToExportWorker, ExportReport>;
let lastId = 0;

beforeAll(async () => {
  worker = await runWorker(() => import("./exportWorker"));
});
afterAll(() => vi.unstubAllGlobals());

async function waitForReport(id: number): Promise<ExportReport> {
  return vi.waitFor(() => {
    const report = worker.reports.at(-1);
    if (report === undefined || report.kind === "ready" || report.id !== id)
      throw new Error("the worker has not answered");
    return report;
  });
}

function write(form: FileForm, longest = NO_LIMIT, payload: Uint8Array = BYTES): Promise<ExportReport> {
  worker.send({ kind: "write", id: ++lastId, payload, form, longest });
  return waitForReport(lastId);
}

async function readFile(report: ExportReport): Promise<Uint8Array> {
  if (report.kind !== "written") throw new Error(`the report is ${report.kind}`);
  return new Uint8Array(await report.file.arrayBuffer());
}

const command = {
  facts: { direction: "request", command: "Ping", version: "14.1" },
  options: { query: "base64", credentials: false },
} as const;
const forms: readonly FileForm[] = [
  { kind: "xml" },
  { kind: "xml", node: 5 },
  { kind: "json" },
  { kind: "json", node: 5 },
  { kind: "curl", ...command },
  { kind: "powershell", ...command },
  { kind: "http", ...command },
  ...copyForms.flatMap(({ id }): FileForm[] => [
    { kind: "copy", id },
    { kind: "copy", id, node: 5, isExcerpt: true },
  ]),
];

describe("the export worker", () => {
  it("says that it has started", () => expect(worker.reports[0]).toEqual({ kind: "ready" }));

  it("writes every form byte for byte as the page does", async () => {
    const payload = { bytes: BYTES, document: () => decode(BYTES) };
    for (const form of forms) {
      const expected = new Uint8Array(await (await writeFile(payload, form)).arrayBuffer());
      expect([form, await readFile(await write(form))]).toEqual([form, expected]);
      expect(expected.length).toBeGreaterThan(0);
    }
  });

  it("writes a payload that came in pieces", async () => {
    const id = ++lastId;
    const piece = { kind: "piece", key: id, length: BYTES.length } as const;
    worker.send({ ...piece, start: 0, bytes: BYTES.slice(0, 9) });
    worker.send({ ...piece, start: 9, bytes: BYTES.slice(9) });
    worker.send({ kind: "write", id, form: { kind: "copy", id: "hex-solid" }, longest: NO_LIMIT });
    const text = new TextDecoder().decode(await readFile(await waitForReport(id)));
    expect(text).toBe(Buffer.from(BYTES).toString("hex").toUpperCase());
  });

  it("reports a text that is too long, and an error, and writes the next", async () => {
    expect(await write({ kind: "json" }, 10)).toMatchObject({ kind: "too-long", id: lastId });
    worker.send({ kind: "write", id: ++lastId, form: { kind: "json" }, longest: NO_LIMIT });
    expect(await waitForReport(lastId)).toMatchObject({ kind: "crash", id: lastId });
    expect(await readFile(await write({ kind: "text", text: "next" }))).toHaveLength(4);
  });
});
