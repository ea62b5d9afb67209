import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { MAX_DECODED_BYTES } from "../document/size";
import { hex } from "../testing/bytes";
import { encode } from "../testing/codec";
import { type RunningWorker, runWorker } from "../testing/workerScope";
import type {
  CountsReport,
  FindingsReport,
  KeyedMessage,
  LintReport,
  LintRequest,
  SessionReport,
  ToLintWorker,
} from "./lintMessages";

/** A request whose messages replace all earlier ones. */
type Question = Partial<LintRequest> & { readonly messages?: readonly KeyedMessage[] };

let worker: RunningWorker<ToLintWorker, LintReport>;
let questions = 0;

beforeAll(async () => {
  worker = await runWorker(() => import("./lintWorker"));
});
afterAll(() => vi.unstubAllGlobals());

function report({ messages = [], ...request }: Question, transfer: readonly ArrayBuffer[] = []): LintReport {
  const id = ++questions;
  const whole: LintRequest = {
    kind: "lint",
    id,
    count: messages.length,
    changes: messages.map((message, index) => [index, message] as const),
    payloads: [],
    isLast: true,
    shown: 0,
    problems: [],
    ...request,
  };
  worker.send(whole, transfer);
  const last = worker.reports.at(-1);
  if (last === undefined || last.kind === "ready" || last.id !== id)
    throw new Error("the worker did not answer");
  return last;
}

function ask(request: Question, transfer?: readonly ArrayBuffer[]): FindingsReport {
  const answer = report(request, transfer);
  if (answer.kind !== "findings") throw new Error(answer.kind === "crash" ? answer.crash : answer.kind);
  return answer;
}

const about = (key: number | undefined, facts: Partial<KeyedMessage> = {}): KeyedMessage => ({
  key,
  folder: "unknown",
  product: "unknown",
  facts: {},
  ...facts,
});
const ofXml = (key: number, xml: string) => ({ key, bytes: encode(xml).bytes });
const rulesOf = ({ diagnostics }: FindingsReport): string[] => diagnostics.map(({ rule }) => rule);

it("says first that it is ready", () => {
  expect(worker.reports[0]).toEqual({ kind: "ready" });
});

const threeOptions =
  '<Sync xmlns="AirSync"><Collections><Collection><SyncKey>1</SyncKey><CollectionId>5</CollectionId>' +
  "<Options/><Options/><Options/></Collection></Collections></Sync>";

describe("the lint worker", () => {
  it("lints the message that is shown, and no other", () => {
    const payloads = [ofXml(1, threeOptions), { key: 2, bytes: hex("03 01 6A 00 05 01") }];
    const messages = [about(1), about(2)];
    const first = ask({ payloads, messages, shown: 0 });
    expect(rulesOf(first)).toContain("sms/options-max-two");
    expect(new Set(first.diagnostics.map(({ messageIndex }) => messageIndex))).toEqual(new Set([0]));
    const second = ask({ messages, shown: 1 });
    expect(second.diagnostics.length).toBeGreaterThan(0);
    expect(rulesOf(second)).not.toContain("sms/options-max-two");
    expect(ask({ messages, shown: -1 })).toMatchObject({ diagnostics: [] });
  });

  it("takes what is known about a message into account", () => {
    const settings = ofXml(3, '<Ping xmlns="Ping"><HeartbeatInterval>60</HeartbeatInterval></Ping>');
    const inVersion = (version: NonNullable<KeyedMessage["version"]>): string[] =>
      rulesOf(
        ask({
          payloads: [ofXml(4, '<Find xmlns="Find"/>'), settings],
          messages: [about(4, { version }), about(3)],
        }),
      );
    expect(inVersion("14.0")).not.toEqual(inVersion("16.1"));
  });

  it("takes the other open messages into account", () => {
    const asked = "<Options><Class>SMS</Class></Options>";
    const ofSync = (inside: string): string =>
      '<Sync xmlns="AirSync"><Collections><Collection><SyncKey>1</SyncKey><CollectionId>5</CollectionId>' +
      `${inside}</Collection></Collections></Sync>`;
    const added =
      "<Status>1</Status><Commands><Add><Class>SMS</Class><ServerId>5:1</ServerId><ApplicationData/>" +
      "</Add></Commands>";
    const listRules = (inside: string): string[] =>
      rulesOf(
        ask({
          payloads: [ofXml(++questions, ofSync(inside)), ofXml(++questions, ofSync(added))],
          messages: [
            about(questions - 1, { command: "Sync", direction: "request" }),
            about(questions, { command: "Sync", direction: "response" }),
          ],
          shown: 1,
        }),
      );
    expect(listRules("<GetChanges/>")).toContain("session/sms-unasked");
    expect(listRules(asked)).not.toContain("session/sms-unasked");
  });

  it("reports a thousand findings of a rule, and counts the rest", () => {
    const payload = { key: 5, bytes: hex(`03 01 6A 00 45 ${"3F ".repeat(1500)} 01`) };
    const answer = ask({ payloads: [payload], messages: [about(5)] });
    const counted = answer.diagnostics.filter(({ omitted }) => omitted !== undefined);
    expect(counted.map(({ omitted }) => omitted)).toEqual([500]);
    expect(rulesOf(answer).filter((rule) => rule === counted[0]?.rule)).toHaveLength(1001);
  });

  it("keeps a payload for as long as requests refer to it", () => {
    const messages = [about(6)];
    const first = ask({ payloads: [ofXml(6, threeOptions)], messages });
    expect(ask({ messages }).diagnostics).toEqual(first.diagnostics);
    ask({ payloads: [ofXml(7, threeOptions)], messages: [about(7)] });
    expect(ask({ messages }).diagnostics).toEqual([]);
  });

  it("answers a request that fails, and the next one", () => {
    const broken = { key: 8, bytes: null } as unknown as LintRequest["payloads"][number];
    expect(report({ payloads: [broken], messages: [about(8)] })).toHaveProperty("crash");
    expect(ask({ payloads: [ofXml(9, threeOptions)], messages: [about(9)] }).diagnostics).not.toEqual([]);
  });

  it("keeps conversations apart", () => {
    const folders = (type: string): string =>
      '<FolderSync xmlns="FolderHierarchy"><Status>1</Status><SyncKey>1</SyncKey><Changes><Count>1</Count>' +
      `<Add><ServerId>5</ServerId><ParentId>0</ParentId><DisplayName>x</DisplayName><Type>${type}</Type>` +
      "</Add></Changes></FolderSync>";
    const sms =
      '<Sync xmlns="AirSync"><Collections><Collection><SyncKey>1</SyncKey><CollectionId>5</CollectionId>' +
      "<Options><Class>SMS</Class></Options></Collection></Collections></Sync>";
    const payloads = [ofXml(21, folders("8")), ofXml(22, folders("2")), ofXml(23, sms)];
    const listRules = (...devices: readonly [string, string, string]): string[] =>
      rulesOf(
        ask({
          payloads,
          messages: devices.map((deviceId, index) => about(21 + index, { facts: { deviceId } })),
          shown: 2,
        }),
      );
    expect(listRules("A", "B", "B")).not.toContain("sms/options-class");
    expect(listRules("B", "A", "B")).toContain("sms/options-class");
  });

  it("goes by the folder that a FolderSync names, unless another was chosen for the message", () => {
    const folders =
      '<FolderSync xmlns="FolderHierarchy"><Status>1</Status><SyncKey>1</SyncKey><Changes><Count>1</Count>' +
      "<Add><ServerId>5</ServerId><ParentId>0</ParentId><DisplayName>x</DisplayName><Type>2</Type>" +
      "</Add></Changes></FolderSync>";
    const sms =
      '<Sync xmlns="AirSync"><Collections><Collection><SyncKey>1</SyncKey><CollectionId>5</CollectionId>' +
      "<Options><Class>SMS</Class></Options></Collection></Collections></Sync>";
    const payloads = [ofXml(25, folders), ofXml(26, sms)];
    const listRules = (facts: Partial<KeyedMessage>): string[] =>
      rulesOf(ask({ payloads, messages: [about(25), about(26, facts)], shown: 1 }));
    expect(listRules({})).not.toContain("sms/options-class");
    const wrong = listRules({ folder: "calendar", version: "12.1" });
    expect(wrong).toEqual(expect.arrayContaining(["sms/options-class", "schema/wrong-version"]));
  });

  it("knows the server from the header of a response, unless another was chosen", () => {
    const phone =
      '<Settings xmlns="Settings"><DeviceInformation><Set><EnableOutboundSMS>1</EnableOutboundSMS>' +
      "</Set></DeviceInformation></Settings>";
    const done = '<Settings xmlns="Settings"><Status>1</Status></Settings>';
    const payloads = [ofXml(27, phone), ofXml(28, done)];
    const listRules = (server: string, product: KeyedMessage["product"]): string[] =>
      rulesOf(
        ask({
          payloads,
          messages: [
            about(27, { command: "Settings", direction: "request", product, facts: { exchange: "1" } }),
            about(28, { command: "Settings", direction: "response", facts: { exchange: "1", server } }),
          ],
          shown: 0,
        }),
      );
    expect(listRules("", "unknown")).toContain("sms/phone-number");
    expect(listRules("15.2", "unknown")).not.toContain("sms/phone-number");
    expect(listRules("15.2", "exchange2010")).toContain("sms/phone-number");
  });

  it("says what the messages are, once for the same messages", async () => {
    const payloads = [ofXml(31, threeOptions)];
    const messages = [about(31, { facts: { host: "h" } }), about(undefined, { direction: "response" })];
    ask({ payloads, messages });
    const sessions = (): SessionReport[] =>
      worker.reports.filter((one): one is SessionReport => one.kind === "session" && one.id === questions);
    await vi.waitFor(() => expect(sessions()).toHaveLength(1));
    expect(sessions()[0]?.conversations).toMatchObject([
      { host: "h", exchanges: [{ request: 0, response: 1, command: "Sync" }] },
    ]);
  });

  it("has nothing to say about a payload that is too large, and judges the others", () => {
    const bytes = new Uint8Array(MAX_DECODED_BYTES + 1);
    const payloads = [{ key: 51, bytes }, ofXml(52, threeOptions)];
    const messages = [about(51), about(52)];
    expect(ask({ payloads, messages, shown: 0 }, [bytes.buffer]).diagnostics).toEqual([]);
    expect(rulesOf(ask({ messages, shown: 1 }))).toContain("sms/options-max-two");
  });

  it("answers for the shown message of many first, and then in its conversation", async () => {
    const count = 150;
    const messages = Array.from({ length: count }, () => about(41));
    const first = report({ payloads: [ofXml(41, threeOptions)], messages, isLast: false });
    expect(first).toMatchObject({ kind: "findings" });
    const id = questions;
    worker.send({ kind: "more", id, changes: [], payloads: [], isLast: true });
    await vi.waitFor(
      () =>
        expect(
          worker.reports.filter((one) => one.kind !== "ready" && one.id === id).map(({ kind }) => kind),
        ).toEqual(["findings", "findings", "session", "counts"]),
      20_000,
    );
  });

  it("counts the findings of all messages after that, and again only if one has changed", async () => {
    const payloads = [ofXml(61, threeOptions)];
    const messages = [about(61, { facts: { host: "h" } }), about(undefined)];
    ask({ payloads, messages });
    const counts = (): CountsReport[] =>
      worker.reports.filter((one): one is CountsReport => one.kind === "counts" && one.id === questions);
    await vi.waitFor(() => expect(counts()).toHaveLength(1), 20_000);
    const [[, own] = [], other] = counts()[0]?.counts ?? [];
    expect(own?.error).toBeGreaterThan(0);
    expect(other).toEqual([1, { error: 0, warning: 0, info: 0 }]);
    ask({ shown: 1, count: 2 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(counts()).toEqual([]);
  });
});
