import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyReplacements } from "../../../bytes/textEdit";
import {
  clientAdd,
  folderResponse,
  mailOptions,
  serverAdd,
  smsData,
  smsOptions,
  syncRequest,
  syncResponse,
} from "../../exampleMessages";
import { lintViews } from "../../lint";
import type { LintContext, Message } from "../../message";
import type { Diagnostic } from "../../rule";
import { sessionRules } from "../../rules/session/sessionRules";
import { smsRules } from "../../rules/sms/smsRules";
import { viewMessage } from "../../view";
import { hasSmsSet, readSmsConversation } from "./smsConversation";

const views = (messages: readonly (string | Message)[], context: Partial<LintContext> = {}) =>
  messages.map((message, index) =>
    viewMessage(typeof message === "string" ? { xml: message } : message, index, context),
  );
const read = (...messages: readonly (string | Message)[]) => readSmsConversation(views(messages));
const asked = (...messages: readonly (string | Message)[]) =>
  read(...messages).turns.map(({ id, sets }) => [id, hasSmsSet(sets)]);
const empty = { bytes: new Uint8Array(0), command: "Sync", direction: "request" } as const;

describe("the options in effect for a collection", () => {
  it("are its own, otherwise the previous ones, separately for each collection", () => {
    expect(
      asked(
        syncRequest(smsOptions, "1"),
        syncRequest(mailOptions, "2"),
        syncRequest("", "1"),
        syncRequest("", "2"),
      ),
    ).toEqual([
      ["1", true],
      ["2", false],
      ["1", true],
      ["2", false],
    ]);
  });

  it("are unknown at first, and those of the folder's own class after SyncKey 0", () => {
    expect(asked(syncRequest(""), syncRequest("", "15", "0"), syncRequest(""))).toEqual([
      ["15", undefined],
      ["15", false],
      ["15", false],
    ]);
  });

  it("are repeated by a request without a body", () => {
    expect(asked(empty)).toEqual([]);
    expect(asked(syncRequest(smsOptions), syncResponse(""), empty, empty)).toEqual([
      ["15", true],
      ["15", true],
      ["15", true],
    ]);
  });

  it("do not include those that the server rejected", () => {
    const before = [syncRequest(mailOptions), syncResponse(""), syncRequest(smsOptions)];
    expect(asked(...before, syncResponse("", "15", "4"), syncRequest("")).at(-1)).toEqual(["15", false]);
    expect(
      asked(...before, '<Sync xmlns="AirSync"><Status>4</Status></Sync>', syncRequest("")).at(-1),
    ).toEqual(["15", false]);
    expect(asked(...before, syncResponse(""), syncRequest("")).at(-1)).toEqual(["15", true]);
  });

  it("do not exist for a collection without an id", () => {
    expect(asked(syncRequest(smsOptions).replace("<CollectionId>15</CollectionId>", ""))).toEqual([]);
  });
});

describe("the known text messages", () => {
  const life = (...messages: readonly string[]) => read(...messages).findLife("15", "15:1", Infinity);
  const acknowledged = syncResponse(
    "<Responses><Add><ClientId>c1</ClientId><ServerId>15:1</ServerId><Status>1</Status></Add></Responses>",
  );
  const gone = syncResponse("<Commands><SoftDelete><ServerId>15:1</ServerId></SoftDelete></Commands>");

  it("include those that a server adds, until either side deletes them", () => {
    expect(life(syncResponse(serverAdd()))).toMatchObject({ from: "server", gone: undefined });
    expect(life(syncResponse(serverAdd()), gone)?.gone).toBe(1);
    expect(
      life(
        syncResponse(serverAdd()),
        syncRequest("<Commands><Delete><ServerId>15:1</ServerId></Delete></Commands>"),
      )?.gone,
    ).toBe(1);
    expect(life(syncResponse(serverAdd()), gone, syncResponse(serverAdd()))?.gone).toBeUndefined();
  });

  it("include those that a client adds, from the answer on", () => {
    expect(life(syncRequest(clientAdd()), acknowledged)).toMatchObject({ from: "client", gone: undefined });
    expect(life(syncRequest(clientAdd()))).toBeUndefined();
    expect(life(acknowledged)).toBeUndefined();
    expect(
      life(syncRequest(clientAdd('<c:FirstName xmlns:c="Contacts">x</c:FirstName>', "")), acknowledged),
    ).toBeUndefined();
  });

  it("include no e-mail, and nothing from another collection", () => {
    expect(life(syncResponse(serverAdd("<email:Subject>x</email:Subject>", "")))).toBeUndefined();
    expect(life(syncResponse(serverAdd(), "16"))).toBeUndefined();
  });
});

describe("the kind of a folder", () => {
  it("comes from FolderSync, otherwise from the context for a message with one collection", () => {
    const two =
      "<Sync " +
      'xmlns="AirSync"><Collections><Collection><CollectionId>1</CollectionId></Collection><Collection>' +
      "<CollectionId>15</CollectionId></Collection></Collections></Sync>";
    const all = views([folderResponse("15:6"), syncRequest("", "1"), syncRequest(""), two], {
      folder: "inbox",
    });
    const { kindOf } = readSmsConversation(all);
    expect(
      [1, 2, 3].flatMap((i) => all.slice(i, i + 1).map((view) => [kindOf(view, "1"), kindOf(view, "15")])),
    ).toEqual([
      ["inbox", "outbox"],
      ["inbox", "outbox"],
      ["unknown", "outbox"],
    ]);
  });
});

describe("arbitrary messages", () => {
  const names = (
    "Sync Collections Collection Options Class FilterType Commands Responses Add Change Delete " +
    "SoftDelete Fetch"
  ).split(" ");
  const leaves = (
    "ServerId ClientId CollectionId SyncKey Status MoreAvailable Wait email:To email:From email:Read " +
    "email:Flag email:DateReceived"
  ).split(" ");
  const others = [
    "email:InternetCPID",
    "email2:ConversationId",
    "email2:ConversationIndex",
    "airsyncbase:Body",
    "ApplicationData",
  ];
  const text = fc.constantFrom(
    "",
    "SMS",
    "sms",
    "0",
    "1",
    "4",
    "7",
    "15",
    "15:1",
    "c1",
    "[MOBILE:1]",
    "Email",
    '"A" [MOBILE:',
    "2026-01-31T08:00:00Z",
  );
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 7, depthSize: "large" },
      fc
        .tuple(fc.constantFrom(...leaves, ...others, "Class", "FilterType"), text)
        .map(([name, value]) => `<${name}>${value}</${name}>`),
      fc
        .tuple(fc.constantFrom(...names, "ApplicationData"), fc.array(tie("node"), { maxLength: 5 }))
        .map(([name, inside]) => `<${name}>${inside.join("")}</${name}>`),
    ),
  }));
  const spaces = 'xmlns="AirSync" xmlns:email="Email" xmlns:email2="Email2" xmlns:airsyncbase="AirSyncBase"';
  const collection = fc
    .array(
      fc.oneof(
        node,
        fc.constantFrom(
          smsOptions,
          mailOptions,
          clientAdd(),
          serverAdd(smsData, ""),
          "<Status>1</Status>",
          "<CollectionId>15</CollectionId>",
        ),
      ),
      { maxLength: 6 },
    )
    .map(
      (inside) =>
        `<Sync ${spaces}><Collections><Collection>${inside.join("")}</Collection></Collections></Sync>`,
    );
  const message = fc.record({
    xml: fc.oneof(
      collection,
      node.map((inside) => `<Sync ${spaces}>${inside}</Sync>`),
    ),
    direction: fc.constantFrom("request" as const, "response" as const),
  });
  const folder = fc
    .constantFrom("inbox", "outbox", "calendar", "unknown")
    .map((kind) => kind as LintContext["folder"]);
  const version = fc
    .constantFrom("12.1", "14.0", "14.1", "unknown")
    .map((known) => known as LintContext["version"]);

  const exchanged = fc.tuple(fc.array(message, { maxLength: 5 }), folder, version);
  const ours = [...smsRules, ...sessionRules];

  it("are linted without an exception, and findings lie within their bytes", () => {
    let count = 0;
    fc.assert(
      fc.property(exchanged, ([messages, kind, known]) => {
        const all = views(messages, { folder: kind, version: known });
        for (const { range, textRange, messageIndex } of lintViews(all, ours)) {
          count++;
          const { document } = all[messageIndex] ?? {};
          expect(range.start <= range.end && range.end <= (document?.bytes.length ?? -1)).toBe(true);
          expect(textRange.from <= textRange.to && textRange.to <= (document?.xml.length ?? -1)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
    expect(count).toBeGreaterThan(300);
  });

  it("a safe fix resolves its finding and causes no new one", () => {
    let count = 0;
    fc.assert(
      fc.property(exchanged, ([messages, kind, known]) => {
        const context = { folder: kind, version: known };
        const before = lintViews(views(messages, context), ours);
        for (const { messageIndex, fixes } of before) {
          const fix = fixes.find(({ safe }) => safe);
          if (fix?.edits === undefined) continue;
          count++;
          const fixed = messages.map((one, i) =>
            i === messageIndex ? { ...one, xml: applyReplacements(one.xml, fix.edits) } : one,
          );
          const listFindings = (found: readonly Diagnostic[]) =>
            found.map(({ rule, messageIndex: at }) => `${at} ${rule}`).toSorted();
          const after = listFindings(lintViews(views(fixed, context), ours));
          expect(after.length).toBeLessThan(before.length);
          expect(after.filter((one) => !listFindings(before).includes(one))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
    expect(count).toBeGreaterThan(30);
  });
});
