import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { hex } from "../testing/bytes";
import { encode } from "../testing/codec";
import { type RunningWorker, runWorker } from "../testing/workerScope";
import type { KeyedMessage, LintReport, LintRequest } from "./lintMessages";

type Answer = Extract<LintReport, { readonly omitted: unknown }>;

let worker: RunningWorker<LintRequest, LintReport>;
let questions = 0;

beforeAll(async () => {
  worker = await runWorker(() => import("./lintWorker"));
});
afterAll(() => vi.unstubAllGlobals());

function report(request: Partial<LintRequest>): LintReport {
  const id = ++questions;
  worker.send({ id, payloads: [], messages: [], shown: 0, problems: [], ...request });
  const last = worker.reports.at(-1);
  if (last?.id !== id) throw new Error("the worker did not answer");
  return last;
}

function ask(request: Partial<LintRequest>): Answer {
  const answer = report(request);
  if ("crash" in answer) throw new Error(answer.crash);
  return answer;
}

const about = (key: number, facts: Partial<KeyedMessage> = {}): KeyedMessage => ({
  key,
  folder: "unknown",
  product: "unknown",
  ...facts,
});
const ofXml = (key: number, xml: string) => ({ key, bytes: encode(xml).bytes });
const rulesOf = ({ diagnostics }: Answer): string[] => diagnostics.map(({ rule }) => rule);

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
    expect(ask({ messages, shown: -1 })).toMatchObject({ diagnostics: [], omitted: [] });
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
    const [rule, more] = answer.omitted[0] ?? [];
    expect(more).toBe(500);
    expect(rulesOf(answer).filter((one) => one === rule)).toHaveLength(1000);
    expect(answer.omitted).toHaveLength(1);
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
});
