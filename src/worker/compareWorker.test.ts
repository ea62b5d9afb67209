import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { compareDocuments } from "../compare/compare";
import { listMarks } from "../compare/marks";
import { unpackDocument } from "../document/pack";
import { MAX_DECODED_BYTES } from "../document/size";
import { easCodeSpace } from "../eas/codeSpace";
import { decode, encode } from "../testing/codec";
import { type RunningWorker, runWorker } from "../testing/workerScope";
import { type CompareReport, type CompareRequest, pieceKey, type ToCompareWorker } from "./compareMessages";

const FIRST = encode('<Ping xmlns="Ping"><HeartbeatInterval>60</HeartbeatInterval></Ping>').bytes;
const SECOND = encode('<Ping xmlns="Ping"><HeartbeatInterval>90</HeartbeatInterval></Ping>').bytes;

let worker: RunningWorker<ToCompareWorker, CompareReport>;
let lastId = 0;

beforeAll(async () => {
  worker = await runWorker(() => import("./compareWorker"));
});
afterAll(() => vi.unstubAllGlobals());

function ask(
  request: Partial<CompareRequest>,
  transfer: readonly ArrayBuffer[] = [],
): CompareReport | undefined {
  const whole: CompareRequest = {
    kind: "compare",
    id: ++lastId,
    purpose: "rows",
    first: { bytes: FIRST, isWanted: false },
    second: { bytes: SECOND, isWanted: false },
    ...request,
  };
  worker.send(whole, transfer);
  return worker.reports.at(-1);
}

describe("the compare worker", () => {
  it("says that it has started", () => expect(worker.reports[0]).toEqual({ kind: "ready" }));

  it("finds what differs, and sends no document that is not wanted", () => {
    expect(ask({})).toEqual({
      kind: "compared",
      id: lastId,
      comparison: compareDocuments(decode(FIRST), decode(SECOND)),
      first: undefined,
      second: undefined,
    });
  });

  it("sends the documents that the page does not have", () => {
    const report = ask({ first: { bytes: FIRST, isWanted: true } });
    if (report?.kind !== "compared" || report.first === undefined) throw new Error(`it is ${report?.kind}`);
    const opened = unpackDocument(report.first, FIRST, easCodeSpace);
    expect([opened.xml, report.second]).toEqual([decode(FIRST).xml, undefined]);
  });

  it("lists what a tree marks", () => {
    const { rows } = compareDocuments(decode(FIRST), decode(SECOND));
    expect(ask({ purpose: "marks" })).toEqual({ kind: "marked", id: lastId, marks: listMarks(rows) });
  });

  it("takes bytes in pieces", () => {
    const key = pieceKey(lastId + 1, 1);
    const length = SECOND.length;
    worker.send({ kind: "piece", key, length, start: 0, bytes: SECOND.slice(0, 9) });
    worker.send({ kind: "piece", key, length, start: 9, bytes: SECOND.slice(9) });
    const report = ask({ second: { bytes: undefined, isWanted: false } });
    expect(report).toMatchObject({ kind: "compared", comparison: { counts: { changed: 1 } } });
  });

  it("says when one of them is too large, and makes the next comparison", () => {
    const bytes = new Uint8Array(MAX_DECODED_BYTES + 1);
    const report = ask({ second: { bytes, isWanted: false } }, [bytes.buffer]);
    expect(report).toMatchObject({ kind: "crash", id: lastId });
    expect(report).toHaveProperty("crash", expect.stringMatching(/^one of them can't be decoded: .*256 MB/));
    expect(ask({})).toMatchObject({ kind: "compared", id: lastId });
  });

  it("reports an error, and makes the next comparison", () => {
    expect(ask({ first: { bytes: undefined, isWanted: false } })).toMatchObject({
      kind: "crash",
      id: lastId,
    });
    expect(ask({})).toMatchObject({ kind: "compared", id: lastId });
  });
});
