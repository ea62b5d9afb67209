import { describe, expect, it } from "vitest";
import { readLogLines } from "../formats/http/logLines";
import { runPaced } from "../formats/pace";
import { conversations } from "../session/conversations";
import { dayOf, enrolment, type SentExchange, syncOf, toTraffic } from "../testing/traffic";
import { lintCaptures } from "./lintCaptures";
import type { Diagnostic } from "./rule";

const listBad = (found: readonly Diagnostic[]): string[] =>
  found
    .filter(({ severity }) => severity !== "info")
    .map(({ rule, severity, messageIndex, message }) => `${messageIndex} ${severity} ${rule} ${message}`);
const listTexts = (found: readonly Diagnostic[], rule: string): string[] =>
  found
    .filter((one) => one.rule === rule)
    .flatMap(({ observations = [] }) => observations.map(({ text }) => text));

describe("healthy traffic", () => {
  it("of 41 exchanges has no failure, no error and no warning", () => {
    const captures = toTraffic([...enrolment, ...dayOf(12)]);
    expect(captures.length).toBe(82);
    expect(listBad(lintCaptures(captures))).toEqual([]);
  });

  it("of two users with different folders of the same number has none either", () => {
    const ada = toTraffic([...enrolment, ...dayOf(12)]);
    const calendar = enrolment.map((exchange) => ({
      ...exchange,
      response: exchange.response.replace(
        "<DisplayName>Inbox</DisplayName><Type>2</Type>",
        "<DisplayName>Team</DisplayName><Type>13</Type>",
      ),
    }));
    const bob = toTraffic(calendar.slice(0, 4), { user: "bob@contoso.com", deviceId: "IPHONE2" }, 100);
    const mixed = ada.flatMap((capture, index) => [capture, bob[index] ?? []].flat());
    expect(listBad(lintCaptures(mixed))).toEqual([]);
    expect(conversations(mixed).map(({ user, exchanges }) => [user, exchanges.length])).toEqual([
      ["ada@contoso.com", 41],
      ["bob@contoso.com", 4],
    ]);
  });

  it("of 2,000 exchanges is judged as a whole", () => {
    const captures = toTraffic([...enrolment, ...dayOf(665)]);
    expect(captures).toHaveLength(4000);
    expect(listBad(lintCaptures(captures))).toEqual([]);
    const late: SentExchange = {
      command: "Sync",
      request: syncOf("7", "5", "<GetChanges>1</GetChanges>"),
      response: syncOf("0", "5", "<Status>3</Status>"),
    };
    const found = lintCaptures([...captures, ...toTraffic([late], {}, 2001)]);
    expect(
      found.filter(({ severity }) => severity === "failure").map(({ messageIndex }) => messageIndex),
    ).toEqual([4001]);
    expect(listTexts(found, "status/failed")).toContain("#2000 returned 1431, #2001 sent 7.");
  });
});

/** The findings about one more exchange after the enrolment, whose name is #6. */
function lintAfter(...exchanges: readonly SentExchange[]): readonly Diagnostic[] {
  return lintCaptures(toTraffic([...enrolment, ...exchanges]));
}

describe("a failure", () => {
  it("of a SyncKey names the keys that were returned and sent", () => {
    const found = lintAfter({
      command: "Sync",
      request: syncOf("55", "5"),
      response: syncOf("0", "5", "<Status>3</Status>"),
    });
    const failure = found.find(({ severity }) => severity === "failure");
    expect(failure).toMatchObject({
      rule: "status/failed",
      status: { value: 3, name: "InvalidSyncKey", command: "Sync" },
      messageIndex: 11,
    });
    expect(failure?.observations?.map(({ text }) => text)).toEqual([
      "#5 returned 101, #6 sent 55.",
      "The server never returned the SyncKey 55 for folder 5.",
    ]);
    expect(failure?.observations?.[0]?.messageIndex).toBe(10);
  });

  it("of a SyncKey that was right says so", () => {
    const found = lintAfter({
      command: "Sync",
      request: syncOf("101", "5"),
      response: syncOf("0", "5", "<Status>3</Status>"),
    });
    expect(listTexts(found, "status/failed")).toEqual([
      "#6 sent 101, the key that #5 returned: the client's key is right.",
    ]);
  });

  it("is linked with the error in its request that explains it, both ways", () => {
    const found = lintAfter({
      command: "Sync",
      request: syncOf("101", "5", "<Options><Class>SMS</Class><FilterType>8</FilterType></Options>"),
      response: syncOf("101", "5", "<Status>4</Status>"),
    });
    const failure = found.find(({ severity }) => severity === "failure");
    const cause = found.find(({ severity, messageIndex }) => severity === "error" && messageIndex === 10);
    expect(failure?.observations).toContainEqual(
      expect.objectContaining({ messageIndex: 10, range: cause?.range }),
    );
    expect(cause?.observations).toContainEqual(
      expect.objectContaining({ messageIndex: 11, range: failure?.range }),
    );
  });

  it("of an item is not linked with an error in another item", () => {
    const add = (id: string, inside: string): string =>
      `<Add><ClientId>${id}</ClientId><ApplicationData>${inside}</ApplicationData></Add>`;
    const answer = (id: string): string => `<Add><ClientId>${id}</ClientId><Status>6</Status></Add>`;
    const wrong = "<email:Read>maybe</email:Read>";
    const lintAnswer = (id: string): readonly Diagnostic[] =>
      lintAfter({
        command: "Sync",
        request: syncOf("101", "5", `<Commands>${add("a", wrong)}${add("b", "")}</Commands>`),
        response: syncOf("102", "5", `<Status>1</Status><Responses>${answer(id)}</Responses>`),
      }).filter(({ severity }) => severity === "failure");
    const causes = (id: string): number =>
      lintAnswer(id)[0]?.observations?.filter(({ messageIndex }) => messageIndex === 10).length ?? 0;
    expect(causes("a")).toBeGreaterThan(0);
    expect(causes("b")).toBeLessThan(causes("a"));
  });

  it("of a heartbeat names the limit", () => {
    const found = lintAfter({
      command: "Ping",
      request:
        '<Ping xmlns="Ping"><HeartbeatInterval>30</HeartbeatInterval><Folders><Folder><Id>5</Id>' +
        "<Class>Email</Class></Folder></Folders></Ping>",
      response: '<Ping xmlns="Ping"><Status>5</Status><HeartbeatInterval>60</HeartbeatInterval></Ping>',
    });
    expect(listTexts(found, "status/failed")).toEqual([
      "The request asks for HeartbeatInterval 30. The server's limit is 60.",
    ]);
  });

  it("of an item that was deleted says who deleted it", () => {
    const found = lintAfter(
      {
        command: "Sync",
        request: syncOf("101", "5"),
        response: syncOf(
          "102",
          "5",
          "<Status>1</Status><Commands><Delete><ServerId>5:1</ServerId></Delete></Commands>",
        ),
      },
      {
        command: "Sync",
        request: syncOf(
          "102",
          "5",
          "<Commands><Change><ServerId>5:1</ServerId><ApplicationData><email:Read>1</email:Read>" +
            "</ApplicationData></Change></Commands>",
        ),
        response: syncOf(
          "103",
          "5",
          "<Status>1</Status><Responses><Change><ServerId>5:1</ServerId><Status>8</Status></Change>" +
            "</Responses>",
        ),
      },
    );
    expect(listTexts(found, "status/failed")).toContain("The server deleted 5:1 in #6.");
  });

  it("of a policy names the last key", () => {
    const found = lintAfter({
      command: "Sync",
      request: syncOf("101", "5"),
      response: '<Sync xmlns="AirSync"><Status>142</Status></Sync>',
    });
    expect(listTexts(found, "status/failed")).toEqual([
      "The last policy key before it is 3942919513, which #2 returned.",
    ]);
  });

  it("of HTTP is told, and an empty body under it is not", () => {
    const found = lintCaptures(
      toTraffic([{ command: "Sync", request: syncOf("1", "5"), response: "", status: 449 }]),
    ).filter(({ messageIndex }) => messageIndex === 1);
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([["http/failed", "failure"]]);
    expect(found[0]?.status).toMatchObject({ value: 449, command: "Sync" });
  });

  it("of a line of an access log is told, and nothing about its missing body", async () => {
    const line = (status: number): string =>
      '10.0.0.1 - ada [28/Nov/2026:11:00:05 +0100] "POST /Microsoft-Server-ActiveSync?Cmd=Sync&DeviceId=d&' +
      `DeviceType=t HTTP/1.1" ${status} 12`;
    const lines = readLogLines(`${line(200)}\n${line(503)}\n${line(449)}`);
    const { captures } = await runPaced(lines, {}, "lines");
    expect(lintCaptures(captures).map(({ rule, messageIndex }) => [rule, messageIndex])).toEqual([
      ["http/failed", 1],
      ["http/failed", 2],
    ]);
    expect(conversations(captures)[0]?.exchanges.map(({ httpStatus }) => httpStatus)).toEqual([
      200, 503, 449,
    ]);
  });
});
