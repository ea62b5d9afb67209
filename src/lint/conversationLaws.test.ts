import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { protocolVersions } from "../eas/versions";
import type { Capture } from "../formats/format";
import { encode } from "../testing/codec";
import {
  clientAdd,
  deviceRequest,
  deviceResponse,
  estimateRequest,
  estimateResponse,
  folderResponse,
  mailOptions,
  serverAdd,
  smsOptions,
  syncRequest,
  syncResponse,
} from "./exampleMessages";
import { lint } from "./lint";
import { lintCaptures } from "./lintCaptures";
import type { LintContext } from "./message";
import type { Diagnostic } from "./rule";
import { rules } from "./rules";

/** One message of a session, as XML; what it is follows from its elements. */
type Sent = readonly [direction: "request" | "response", command: string, xml: string];

const collection = fc.constantFrom("15", "16", "17");
const optionSets = fc.constantFrom(
  "",
  smsOptions,
  mailOptions,
  smsOptions + mailOptions,
  "<Options><Class>SMS</Class><FilterType>8</FilterType></Options>",
  "<Options><Class>Contacts</Class></Options>",
);
const inside = fc.oneof(
  optionSets,
  fc.constantFrom(
    "<Commands><Delete><ServerId>15:1</ServerId></Delete></Commands>",
    "<Commands><Change><ServerId>15:1</ServerId><ApplicationData><email:Read>1</email:Read>" +
      "</ApplicationData></Change></Commands>",
  ),
  fc.constant(clientAdd()),
);
const answerInside = fc.oneof(
  fc.constantFrom("", "<MoreAvailable/>"),
  fc.constant(serverAdd()),
  fc.constantFrom(
    "<Commands><Delete><ServerId>15:1</ServerId></Delete></Commands>",
    "<Commands><SoftDelete><ServerId>15:1</ServerId></SoftDelete></Commands>",
    "<Responses><Add><ClientId>c1</ClientId><ServerId>15:9</ServerId><Status>1</Status></Add></Responses>",
  ),
);
const key = fc.constantFrom("0", "1", "1", "1");
const status = fc.constantFrom("1", "1", "1", "3", "4");

const sync: fc.Arbitrary<readonly Sent[]> = fc
  .tuple(collection, inside, key, fc.boolean(), collection, answerInside, status)
  .map(([id, content, syncKey, isWaiting, answerId, answerContent, value]) => [
    [
      "request",
      "Sync",
      syncRequest(content, id, syncKey).replace(
        "</Collections>",
        isWaiting ? "</Collections><Wait>15</Wait>" : "</Collections>",
      ),
    ],
    ["response", "Sync", syncResponse(answerContent, value === "1" ? id : answerId, value)],
  ]);
const hierarchy: fc.Arbitrary<readonly Sent[]> = fc
  .subarray(["15:6", "16:2", "17:8", "15:2"])
  .map((folders) => [["response", "FolderSync", folderResponse(...folders)]]);
const settings: fc.Arbitrary<readonly Sent[]> = fc.constantFrom("0", "1").map((value) => [
  [
    "request",
    "Settings",
    deviceRequest(`<PhoneNumber>+14255550123</PhoneNumber><EnableOutboundSMS>${value}</EnableOutboundSMS>`),
  ],
  ["response", "Settings", deviceResponse("1")],
]);
const ping: fc.Arbitrary<readonly Sent[]> = collection.map((id) => [
  [
    "request",
    "Ping",
    `<Ping xmlns="Ping"><HeartbeatInterval>900</HeartbeatInterval><Folders><Folder><Id>${id}</Id>` +
      "<Class>Email</Class></Folder></Folders></Ping>",
  ],
  ["response", "Ping", '<Ping xmlns="Ping"><Status>1</Status></Ping>'],
]);
const estimate: fc.Arbitrary<readonly Sent[]> = fc
  .tuple(
    collection,
    fc.constantFrom("", "<airsync:Options><airsync:Class>SMS</airsync:Class></airsync:Options>"),
  )
  .map(([id, options]) => [
    ["request", "GetItemEstimate", estimateRequest(options, id)],
    ["response", "GetItemEstimate", estimateResponse("1", id)],
  ]);
const session: fc.Arbitrary<readonly Sent[]> = fc
  .array(fc.oneof({ arbitrary: sync, weight: 6 }, hierarchy, settings, ping, estimate), { maxLength: 9 })
  .map((parts) => parts.flat());

const bytesOf = new Map<string, Uint8Array>();

function encodeOnce(xml: string): Uint8Array {
  const bytes = bytesOf.get(xml) ?? encode(xml).bytes;
  bytesOf.set(xml, bytes);
  return bytes;
}

function toCaptures(messages: readonly Sent[], facts: Partial<Capture>): Capture[] {
  return messages.map(([direction, command, xml]) => ({
    label: "",
    direction,
    command,
    version: "14.1",
    payload: encodeOnce(xml),
    origin: {},
    problems: [],
    ...facts,
  }));
}

/** A finding without the index of its message and without names of exchanges, which differ. */
function describeFinding({ rule, severity, range }: Diagnostic): string {
  return `${rule} ${severity} ${range.start}-${range.end}`;
}

/** The findings of each capture. */
function lintEach(captures: readonly Capture[]): string[][] {
  const found = captures.map((): string[] => []);
  for (const diagnostic of lintCaptures(captures))
    found[diagnostic.messageIndex]?.push(describeFinding(diagnostic));
  return found.map((findings) => findings.toSorted());
}

/** The two lists interleaved as the choices say, and for each place, its list and its index there. */
function interleave<T>(one: readonly T[], other: readonly T[], choices: readonly boolean[]) {
  const places: { readonly value: T; readonly list: 0 | 1; readonly index: number }[] = [];
  let [i, j] = [0, 0];
  for (let turn = 0; i < one.length || j < other.length; turn++) {
    const isFirst = j >= other.length || (i < one.length && choices[turn % choices.length] === true);
    const value = isFirst ? one[i] : other[j];
    if (value !== undefined) places.push({ value, list: isFirst ? 0 : 1, index: isFirst ? i : j });
    if (isFirst) i++;
    else j++;
  }
  return places;
}

describe("the findings of several conversations", () => {
  it("are the same when two devices are interleaved", () => {
    fc.assert(
      fc.property(session, session, fc.array(fc.boolean(), { minLength: 1 }), (a, b, choices) => {
        const one = toCaptures(a, { host: "h", user: "ada", deviceId: "A" });
        const other = toCaptures(b, { host: "h", user: "ada", deviceId: "B" });
        const places = interleave(one, other, choices);
        const apart = [lintEach(one), lintEach(other)];
        expect(lintEach(places.map(({ value }) => value))).toEqual(
          places.map(({ list, index }) => apart[list]?.[index]),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("are the same when a source is added", () => {
    fc.assert(
      fc.property(session, session, fc.boolean(), (a, b, isFirst) => {
        const one = toCaptures(a, { source: "a.har" });
        const other = toCaptures(b, { source: "b.har" });
        const both = isFirst ? [...one, ...other] : [...other, ...one];
        const apart = isFirst ? [lintEach(one), lintEach(other)] : [lintEach(other), lintEach(one)];
        expect(lintEach(both)).toEqual(apart.flat());
      }),
      { numRuns: 100 },
    );
  });

  it("of a prefix are found again in the whole", () => {
    const reported = new Set<string>();
    fc.assert(
      fc.property(session, fc.nat(), (messages, cut) => {
        const whole = toCaptures(messages, {});
        const prefix = whole.slice(0, cut % (whole.length + 1));
        const all = lintEach(whole);
        for (const finding of all.flat()) reported.add(finding.split(" ")[0] ?? "");
        lintEach(prefix).forEach((findings, index) => {
          expect(all[index]).toEqual(expect.arrayContaining(findings));
        });
      }),
      { numRuns: 400 },
    );
    expect([...reported].filter((rule) => rule.startsWith("session/")).length).toBeGreaterThanOrEqual(10);
  });
});

const restatesOf = new Map(rules.map(({ id, restates }) => [id, restates]));

describe("choosing the folder", () => {
  it("hides no error or warning", () => {
    const kinds = ["inbox", "outbox", "drafts", "calendar", "contacts", "tasks", "notes"] as const;
    const message = session
      .filter(({ length }) => length > 0)
      .map((messages) => messages[0] ?? ["request", "", ""]);
    fc.assert(
      fc.property(
        message,
        fc.constantFrom(...protocolVersions),
        fc.constantFrom(...kinds),
        ([direction, command, xml], version, folder) => {
          const lintWith = (context: Partial<LintContext>): readonly Diagnostic[] =>
            lint(
              [
                {
                  bytes: encodeOnce(xml),
                  direction: direction === "request" ? direction : "response",
                  command,
                },
              ],
              {
                version,
                ...context,
              },
            );
          const chosen = lintWith({ folder });
          const restated = new Set(
            chosen.flatMap(({ rule, severity, range }) =>
              severity === "error"
                ? (restatesOf.get(rule) ?? []).map((other) => `${other} ${range.start}`)
                : [],
            ),
          );
          const before = lintWith({}).filter(
            ({ rule, severity, range }) => severity !== "info" && !restated.has(`${rule} ${range.start}`),
          );
          expect(chosen.map(describeFinding)).toEqual(expect.arrayContaining(before.map(describeFinding)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each<[string, string, Partial<LintContext>, readonly string[]]>([
    [
      "a calendar and 12.1, for SMS",
      syncRequest(smsOptions),
      { version: "12.1", folder: "calendar" },
      ["schema/wrong-version", "schema/not-listed", "sms/options-class"],
    ],
    [
      "tasks and 12.1, for a text message",
      syncRequest(clientAdd()),
      { version: "12.1", folder: "tasks" },
      ["schema/wrong-version", "schema/not-listed", "sms/item-folder"],
    ],
    [
      "contacts and 2.5, for a text message of the server",
      syncResponse(serverAdd()),
      { version: "2.5", folder: "contacts" },
      ["schema/wrong-version", "schema/not-listed", "sms/item-folder"],
    ],
    [
      "the Inbox, for a class that does not exist",
      syncRequest("<Options><Class>Mail</Class></Options>"),
      { folder: "inbox" },
      ["schema/not-listed", "sms/options-class"],
    ],
    [
      "a calendar, for a misspelt SMS",
      syncRequest("<Options><Class>sms</Class></Options>"),
      { folder: "calendar" },
      ["sms/class-value", "sms/options-class"],
    ],
    [
      "Drafts and 14.0, for a misspelt SMS",
      syncRequest("<Options><Class>sms</Class></Options>"),
      { version: "14.0", folder: "drafts" },
      ["sms/class-value", "sms/folders-of-14-0"],
    ],
    [
      "tasks, for an operation that lacks its content",
      syncResponse("<Commands><Add><Class>SMS</Class></Add></Commands>"),
      { folder: "tasks" },
      ["schema/operation", "sms/item-folder"],
    ],
    [
      "12.1, for a filter that is no number",
      syncRequest("<Options><Class>SMS</Class><FilterType>week</FilterType></Options>"),
      { version: "12.1" },
      ["schema/wrong-version", "sms/filter-type"],
    ],
  ])("keeps both findings: %s", (_, xml, context, expected) => {
    const found = lint([{ xml }], context).map(({ rule }) => rule);
    expect(found).toEqual(expect.arrayContaining([...expected]));
  });
});

describe("the folders of a message with several collections", () => {
  const collectionOf = (id: string): string =>
    `<Collection><SyncKey>7</SyncKey><CollectionId>${id}</CollectionId>${smsOptions}</Collection>`;
  const collections = `<Collections>${collectionOf("5")}${collectionOf("7")}</Collections>`;
  const xml = `<Sync xmlns="AirSync">${collections}</Sync>`;
  const countErrors = (context: Partial<LintContext>): number =>
    lint([{ xml, direction: "request" }], context).filter(
      ({ rule, severity }) => rule === "sms/options-class" && severity === "error",
    ).length;

  it("can be given by CollectionId", () => {
    expect(countErrors({ folders: { "5": "inbox", "7": "calendar" } })).toBe(1);
    expect(countErrors({ folders: { "5": "contacts", "7": "calendar" } })).toBe(2);
    expect(countErrors({ folders: { "5": "inbox", "7": "outbox" } })).toBe(0);
  });

  it("are not all the one folder of the context", () => {
    expect(countErrors({ folder: "calendar" })).toBe(0);
  });
});
