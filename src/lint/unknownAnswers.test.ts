import { describe, expect, it } from "vitest";
import type { FolderKind } from "../eas/folderKinds";
import type { Capture } from "../formats/format";
import { enrolment, type SentExchange, syncOf, toTraffic } from "../testing/traffic";
import { lintCaptures } from "./lintCaptures";
import type { Diagnostic } from "./rule";

const sync = (request: string, response: string, status?: number): SentExchange => ({
  command: "Sync",
  request,
  response,
  ...(status !== undefined && { status }),
});
const refusedSync = (key: string): SentExchange =>
  sync(syncOf(key, "5"), syncOf("0", "5", "<Status>3</Status>"));
const folders = (command: string, key: string, response: string): SentExchange => ({
  command,
  request: `<${command} xmlns="FolderHierarchy"><SyncKey>${key}</SyncKey></${command}>`,
  response: `<${command} xmlns="FolderHierarchy">${response}</${command}>`,
});
const returned = (key: string): string => `<Status>1</Status><SyncKey>${key}</SyncKey>`;

/** What is seen about the failures in captures. */
const listSeen = (captures: readonly Capture[]): string[] =>
  lintCaptures(captures)
    .filter(({ severity }) => severity === "failure")
    .flatMap(({ observations = [] }) => observations.map(({ text }) => text));
const listRules = (captures: readonly Capture[]): string[] => lintCaptures(captures).map(({ rule }) => rule);

const withoutBody = (capture: Capture): Capture => ({
  ...capture,
  payload: new Uint8Array(0),
  problems: [{ code: "body-missing", severity: "warning", message: "The body is missing." }],
});
const asPage = (capture: Capture): Capture => ({
  ...capture,
  payload: new TextEncoder().encode("<html>"),
  contentType: "text/html",
});
const cutOff = (capture: Capture): Capture => ({
  ...capture,
  payload: capture.payload.subarray(0, capture.payload.length - 12),
});

describe("the key of the folder hierarchy", () => {
  it.each(["FolderCreate", "FolderUpdate", "FolderDelete"])("changes with %s", (command) => {
    const before = [folders("FolderSync", "0", returned("1")), folders(command, "1", returned("2"))];
    const fails = (key: string): readonly SentExchange[] => [
      ...before,
      folders("FolderSync", key, "<Status>9</Status>"),
    ];
    expect(listSeen(toTraffic(fails("1")))).toEqual(["#2 returned 2, #3 sent 1."]);
    expect(listSeen(toTraffic(fails("2")))).toEqual([
      "#3 sent 2, the key that #2 returned: the client's key is right.",
    ]);
  });

  it("is not decided while an answer is not known", () => {
    const captures = toTraffic([
      folders("FolderSync", "0", returned("1")),
      folders("FolderDelete", "1", returned("2")),
      folders("FolderSync", "1", "<Status>9</Status>"),
    ]).filter((_, index) => index !== 3);
    expect(listSeen(captures)).toEqual([
      "#3 sent 1, the key that #1 returned. What #2 returned is not known at this point.",
    ]);
  });
});

describe("a key whose answer is not known", () => {
  const traffic = toTraffic([
    sync(syncOf("0", "5"), syncOf("5", "5", "<Status>1</Status>")),
    sync(syncOf("5", "5"), syncOf("6", "5", "<Status>1</Status>")),
    refusedSync("6"),
  ]);
  const change = (capture: (one: Capture) => readonly Capture[]): readonly Capture[] =>
    traffic.flatMap((one, index) => (index === 3 ? capture(one) : [one]));

  it("was returned if the answer is there", () => {
    expect(listSeen(traffic)).toEqual(["#3 sent 6, the key that #2 returned: the client's key is right."]);
  });

  it.each([
    ["missing", () => []],
    ["without its body", (one: Capture) => [withoutBody(one)]],
    ["a page", (one: Capture) => [asPage(one)]],
    ["cut off", (one: Capture) => [cutOff(one)]],
  ] as const)("is not called never returned if the answer is %s", (_, capture) => {
    for (const text of listSeen(change(capture))) expect(text).not.toContain("never returned");
  });

  it("no longer matters once a later request has a new key", () => {
    const captures = toTraffic([
      sync(syncOf("0", "5"), syncOf("5", "5", "<Status>1</Status>")),
      sync(syncOf("5", "5"), syncOf("6", "5", "<Status>1</Status>")),
      sync(syncOf("6", "5"), syncOf("7", "5", "<Status>1</Status>")),
      refusedSync("7"),
      refusedSync("6"),
    ]).filter((_, index) => index !== 3);
    expect(listSeen(captures)).toEqual([
      "#4 sent 7, the key that #3 returned: the client's key is right.",
      "#3 returned 7, #5 sent 6.",
    ]);
  });

  it("is called never returned if HTTP refused the request that could have returned it", () => {
    const refused = change((one) => [{ ...asPage(one), http: { status: 503, headers: [] } }]);
    expect(listSeen(refused)).toContain("The server never returned the SyncKey 6 for folder 5.");
  });

  it("is not called right if a request that was sent before it was answered later", () => {
    const [q1, r1, q2, r2, q3, r3] = toTraffic([
      sync(syncOf("0", "5"), syncOf("5", "5", "<Status>1</Status>")),
      sync(syncOf("5", "5"), syncOf("6", "5", "<Status>1</Status>")),
      refusedSync("5"),
    ]);
    expect(listSeen([q1, r1, q2, q3, r2, r3].flatMap((one) => one ?? []))).toEqual([
      "#3 sent 5, the key that #1 returned. What #2 returned is not known at this point.",
    ]);
  });
});

const mailOptions = "<Options><FilterType>3</FilterType></Options>";
const smsOptions = "<Options><Class>SMS</Class><FilterType>3</FilterType></Options>";
const sms =
  "<Status>1</Status><Commands><Add><Class>SMS</Class><ServerId>5:1</ServerId><ApplicationData/></Add>" +
  "</Commands>";

describe("options in force", () => {
  it.each([
    ["without its body", withoutBody],
    ["a text", asPage],
  ] as const)("are not known after a request that is %s", (_, change) => {
    const traffic = toTraffic([
      sync(syncOf("0", "5"), syncOf("1", "5", "<Status>1</Status>")),
      sync(syncOf("1", "5", mailOptions), syncOf("2", "5", "<Status>1</Status>")),
      sync(syncOf("2", "5", mailOptions + smsOptions), syncOf("3", "5", sms)),
    ]);
    expect(listRules(traffic.map((one, index) => (index === 4 ? change(one) : one)))).not.toContain(
      "session/sms-unasked",
    );
    const plain = toTraffic([sync(syncOf("2", "5"), "")], {}, 3);
    expect(listRules([...traffic.slice(0, 4), ...plain.slice(0, 1), ...traffic.slice(5)])).toContain(
      "session/sms-unasked",
    );
  });

  it("are those before a request that HTTP refused", () => {
    const after = (status: number, response: string): readonly string[] =>
      listRules(
        toTraffic([
          sync(syncOf("0", "5"), syncOf("1", "5", "<Status>1</Status>")),
          sync(syncOf("1", "5", mailOptions + smsOptions), syncOf("2", "5", "<Status>1</Status>")),
          sync(syncOf("2", "5", mailOptions), response, status),
          sync(syncOf("2", "5", "<GetChanges>1</GetChanges>"), syncOf("3", "5", sms)),
        ]),
      );
    expect(after(503, "")).not.toContain("session/sms-unasked");
    expect(after(200, syncOf("2", "5", "<Status>1</Status>"))).toContain("session/sms-unasked");
  });
});

describe("the kinds of folders of the context", () => {
  it.each(["constructor", "toString", "__proto__"])("have no entry %s of their own accord", (id) => {
    const captures = toTraffic([sync(syncOf("1", id, smsOptions), syncOf("2", id, "<Status>1</Status>"))]);
    const listSeverities = (kinds: Readonly<Record<string, FolderKind>>): readonly string[] =>
      lintCaptures(captures, { folders: kinds })
        .filter(({ rule }) => rule === "sms/options-class")
        .map(({ severity }) => severity);
    expect(listSeverities({})).toEqual(["info"]);
    expect(listSeverities(Object.fromEntries([[id, "calendar"]]))).toEqual(["error"]);
  });
});

describe("what comes before a failure", () => {
  const fails = sync(syncOf("101", "5"), syncOf("0", "5", "<Status>12</Status>"));

  it("is named even if its answer is not known", () => {
    const provisioned = toTraffic([...enrolment, sync(syncOf("101", "5"), "", 449)]);
    const logged = provisioned.map(withoutBody);
    expect(listSeen(logged)).toEqual([
      "The last Provision before it is #2; the key that it returned is not known.",
    ]);
    const traffic = toTraffic([...enrolment, fails]);
    expect(listSeen(traffic)).toEqual(["The last FolderSync before it is #3, with Status 1."]);
    expect(listSeen(traffic.filter((_, index) => index !== 5))).toEqual([
      "The last FolderSync before it is #3; its answer is not known.",
    ]);
    expect(listSeen(toTraffic([fails]))).toEqual(["No FolderSync comes before it."]);
  });

  it("does not include what the server refused", () => {
    const remove = syncOf("101", "5", "<Commands><Delete><ServerId>5:1</ServerId></Delete></Commands>");
    const change = sync(
      syncOf("101", "5", "<Commands><Change><ServerId>5:1</ServerId><ApplicationData/></Change></Commands>"),
      syncOf(
        "102",
        "5",
        "<Status>1</Status><Responses><Change><ServerId>5:1</ServerId><Status>8</Status></Change>" +
          "</Responses>",
      ),
    );
    const after = (status: number, response: string): string[] =>
      listSeen(toTraffic([...enrolment, sync(remove, response, status), change])).filter((text) =>
        text.startsWith("The "),
      );
    expect(after(200, syncOf("102", "5", "<Status>1</Status>"))).toEqual(["The client deleted 5:1 in #6."]);
    for (const [status, response] of [
      [200, syncOf("0", "5", "<Status>3</Status>")],
      [503, ""],
      [
        200,
        syncOf(
          "102",
          "5",
          "<Status>1</Status><Responses><Delete><ServerId>5:1</ServerId><Status>6</Status></Delete>" +
            "</Responses>",
        ),
      ],
    ] as const)
      expect(after(status, response)).toEqual(["The server added 5:1 in #5."]);
  });
});

describe("the error that a failure is linked with", () => {
  /** The texts about errors of the request, of each failure. */
  const listCauses = (exchange: SentExchange): readonly (readonly string[])[] =>
    lintCaptures(toTraffic([exchange]))
      .filter(({ severity }) => severity === "failure")
      .map(({ observations = [] }: Diagnostic) =>
        observations.filter(({ messageIndex }) => messageIndex === 0).map(({ text }) => text),
      );

  it("is in the meeting request that was refused", () => {
    const ask = (id: string, answer: string): string =>
      `<Request><UserResponse>${answer}</UserResponse><CollectionId>5</CollectionId>` +
      `<RequestId>${id}</RequestId></Request>`;
    const result = (id: string, status: string): string =>
      `<Result><RequestId>${id}</RequestId><Status>${status}</Status></Result>`;
    const causes = (first: string, second: string): readonly (readonly string[])[] =>
      listCauses({
        command: "MeetingResponse",
        request:
          "<MeetingResponse " +
          `xmlns="MeetingResponse">${ask("5:1", "9")}${ask("5:2", "1")}</MeetingResponse>`,
        response:
          `<MeetingResponse xmlns="MeetingResponse">${result("5:1", first)}${result("5:2", second)}` +
          "</MeetingResponse>",
      });
    expect(causes("1", "2")).toEqual([[]]);
    expect(causes("2", "1")).toEqual([[expect.stringContaining("UserResponse")]]);
  });

  it("is in the fetch that failed, by its place if it has no id", () => {
    const fetch = (store: string): string =>
      `<Fetch>${store}<a:CollectionId>5</a:CollectionId><a:ServerId>5:1</a:ServerId></Fetch>`;
    const causes = (first: string, second: string): readonly (readonly string[])[] =>
      listCauses({
        command: "ItemOperations",
        request:
          '<ItemOperations xmlns="ItemOperations" xmlns:a="AirSync">' +
          `${fetch("").replaceAll("5:1", "5:9")}${fetch("<Store>Mailbox</Store>")}</ItemOperations>`,
        response:
          '<ItemOperations xmlns="ItemOperations" xmlns:a="AirSync"><Status>1</Status><Response>' +
          `<Fetch><Status>${first}</Status></Fetch><Fetch><Status>${second}</Status></Fetch></Response>` +
          "</ItemOperations>",
      });
    expect(causes("1", "2")).toEqual([[]]);
    expect(causes("2", "1")).toEqual([[expect.stringContaining("Store")]]);
  });

  it("is in the setting that failed", () => {
    const causes = (device: string, oof: string): readonly (readonly string[])[] =>
      listCauses({
        command: "Settings",
        request:
          '<Settings xmlns="Settings"><Oof><Get><BodyType>Text</BodyType></Get></Oof>' +
          "<DeviceInformation><Set>" +
          "<EnableOutboundSMS>7</EnableOutboundSMS></Set></DeviceInformation></Settings>",
        response:
          `<Settings xmlns="Settings"><Status>1</Status><Oof><Status>${oof}</Status></Oof>` +
          "<DeviceInformation>" +
          `<Status>${device}</Status></DeviceInformation></Settings>`,
      });
    expect(causes("1", "2")).toEqual([[]]);
    expect(causes("2", "1")).toEqual([[expect.stringContaining("EnableOutboundSMS")]]);
  });
});
