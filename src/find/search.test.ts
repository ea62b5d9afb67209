import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase64 } from "../bytes/base64";
import { MAX_DECODED_BYTES } from "../document/size";
import { encode } from "../index";
import { hex } from "../testing/bytes";
import type { Hit } from "./hit";
import { parseQuery } from "./parse";
import { type SearchOptions, type SearchSummary, search } from "./search";
import type { SearchedCapture } from "./searchedCapture";

const ASCII = (text: string): Uint8Array => new TextEncoder().encode(text);

function payload(xml: string): Uint8Array {
  const { bytes, problems } = encode(xml);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return bytes;
}

function capture(bytes: Uint8Array, more: Partial<SearchedCapture> = {}): SearchedCapture {
  return { label: "message", direction: undefined, payload: bytes, isEdited: false, isDraft: false, ...more };
}

interface Result {
  readonly hits: readonly (Hit & { readonly capture: number })[];
  readonly end: SearchSummary;
}

async function run(
  query: string,
  captures: readonly SearchedCapture[],
  options: SearchOptions = {},
): Promise<Result> {
  const hits: (Hit & { readonly capture: number })[] = [];
  const found = search(parseQuery(query).query, captures, options);
  for (let step = await found.next(); ; step = await found.next()) {
    if (step.done === true) return { hits, end: step.value };
    for (const hit of step.value.hits) hits.push({ ...hit, capture: step.value.capture });
  }
}

/** Each hit as its kind and the text found; with its capture if there are several. */
async function summarize(query: string, captures: readonly SearchedCapture[]): Promise<string[]> {
  const { hits } = await run(query, captures);
  return hits.map(({ kind, excerpt, match, capture: at }) => {
    const text = `${kind} ${excerpt.slice(match.from, match.to)}`.trim();
    return captures.length > 1 ? `${at} ${text}` : text;
  });
}

const sync = capture(
  payload(
    `<Sync xmlns="AirSync" ` +
      `xmlns:email="Email"><Collections><Collection><SyncKey>7</SyncKey><CollectionId>15</CollectionId>` +
      "<Status>3</Status><Commands><Add><ServerId>15:1</ServerId><ApplicationData><email:Subject>Grüße " +
      "aus " +
      "Köln</email:Subject><email:DateReceived>2026-03-04T10:00:00.000Z</email:DateReceived>" +
      "<email:Read/></ApplicationData></Add></Commands></Collection></Collections></Sync>",
  ),
);
const sms = capture(
  payload(
    "<Sync " +
      `xmlns="AirSync"><Collections><Collection><SyncKey>0</SyncKey><CollectionId>9</CollectionId>` +
      "<Options><Class>SMS</Class></Options></Collection></Collections></Sync>",
  ),
  { direction: "request", command: "Sync", version: "14.1" },
);
const answer = capture(new Uint8Array(0), {
  direction: "response",
  http: { status: 449, reason: "Retry with", headers: [["X-MS-Location", "https://eas.example/Sync"]] },
});

describe("search in one payload", () => {
  it.each<[string, readonly string[]]>([
    ["synckey", ["name SyncKey"]],
    ["KÖLN", ["value Köln"]],
    ['"aus köln"', ["value aus Köln"]],
    ["7", ["value 7"]],
    ["SyncKey 15", ["name SyncKey", "value 15", "value 15"]],
    ["SyncKey nowhere", []],
    ["SyncKey -nowhere", ["name SyncKey"]],
    ["SyncKey -Köln", []],
    ["nowhere OR Köln", ["value Köln"]],
    ["(nowhere SyncKey) OR Köln", ["value Köln"]],
    ["name:Status", ["name Status"]],
    ["name:Collection*", ["name Collections", "name Collection", "name CollectionId"]],
    ["name:airsync:Status", ["name Status"]],
    ["name:email:*", ["name Subject", "name DateReceived", "name Read"]],
    ["email:Status", []],
    ["status!=1", ["value 3"]],
    ["status=3.0", ["value 3"]],
    ["status>3", []],
    ["status>=3", ["value 3"]],
    ["Subject:grüße", ["value Grüße aus Köln"]],
    ["Subject=grüße", []],
    ["Subject!=x", ["value Grüße aus Köln"]],
    ['Read=""', ["value"]],
    ["DateReceived>2026-03-01", ["value 2026-03-04T10:00:00.000Z"]],
    ["DateReceived=2026-03-04", ["value 2026-03-04T10:00:00.000Z"]],
    ["DateReceived=20260304T100000Z", ["value 2026-03-04T10:00:00.000Z"]],
    ["DateReceived<2026-03-04", []],
    ["DateReceived<=2026-03-04", ["value 2026-03-04T10:00:00.000Z"]],
    ["CollectionId:1", []],
    ["ServerId:15", ["value 15:1"]],
    ["hex:4B 03 37", ["bytes 4B 03 37"]],
    ["0x4B??37", ["bytes 4B 03 37"]],
    ["hex:4C", []],
    ["/k.ln/i", ["value Köln"]],
    ["/Sync(?=Key)/", ["name Sync"]],
    ["collection:15", ["value 15"]],
    ["collection:15 Köln", ["value Köln"]],
    ["folder!=15", []],
    ["status:3", ["value 3"]],
    ["status:invalidsynckey", ["value 3"]],
    ["status:InvalidSyncKey SyncKey", ["name SyncKey", "value 3"]],
    ["status:Success", []],
    ["user:kim", []],
    ["took>1ms", []],
    ["command:Sync", ["message"]],
    ["command:Sync Köln", ["value Köln"]],
    ["command:Ping Köln", []],
    ["direction:response", ["message"]],
    ["version:14.1", []],
    ["size>20", ["message"]],
    ["is:edited", []],
    ["-is:edited", ["message"]],
    ["", []],
  ])("%s", async (query, expected) => {
    expect(await summarize(query, [sync])).toEqual(expected);
  });

  it("a hit is the exact bytes of a value, the tag of a name, or the element of a comparison", async () => {
    const listHits = async (query: string) => {
      const { hits } = await run(query, [sync]);
      const range = hits[0]?.range ?? { start: 0, end: 0 };
      return Array.from(sync.payload.subarray(range.start, range.end));
    };
    expect(await listHits("köln")).toEqual(Array.from(ASCII("Köln")));
    expect(await listHits("name:SyncKey")).toEqual([0x4b]);
    expect(await listHits("synckey=7")).toEqual([0x4b, 0x03, 0x37, 0x00, 0x01]);
    expect(await listHits("hex:37 00")).toEqual([0x37, 0x00]);
  });

  it("gives the element and its path", async () => {
    const { hits } = await run("köln", [sync]);
    expect(hits[0]).toMatchObject({
      element: "email:Subject",
      path: ["Sync", "Collections", "Collection", "Commands", "Add", "ApplicationData"],
    });
  });
});

describe("search across captures", () => {
  it.each<[string, readonly string[]]>([
    ["class:SMS", ["1 value SMS"]],
    ["class:sms SyncKey", ["1 name SyncKey"]],
    ["-class:SMS direction:request", []],
    ["command:Sync", ["0 message", "1 message"]],
    ["direction:request", ["1 message"]],
    ["version>=14.0", ["1 message"]],
    ["version<14.0", []],
    ["http:449", ["2 message"]],
    ["http>=400 -retry", []],
    ["retry", ["2 header Retry"]],
    ["eas.example", ["2 header eas.example"]],
    ["size=0", ["2 message"]],
    ["SyncKey=7 OR SyncKey=0", ["0 value 7", "1 value 0"]],
  ])("%s", async (query, expected) => {
    expect(await summarize(query, [sync, sms, answer])).toEqual(expected);
  });
});

describe("search by what is known about a capture", () => {
  const known = (more: Partial<SearchedCapture>): SearchedCapture => ({ ...sync, ...more });
  const inbox = { id: "15", name: "Posteingang", kind: "inbox" } as const;

  it.each<[string, Partial<SearchedCapture>, readonly string[]]>([
    ["user:kim", { user: "kim@contoso.com" }, ["message"]],
    ["user:kim SyncKey", { user: "kim@contoso.com" }, ["name SyncKey"]],
    ["device:Galaxy", { userAgent: "Galaxy/1" }, ["message"]],
    ["time>09:41 took>2s", { startedAt: Date.UTC(2026, 2, 9, 10), tookMs: 3000 }, ["message"]],
    ["folder:Posteingang", { folders: [inbox] }, ["value 15"]],
    ["folder:inbox", { folders: [inbox] }, ["value 15"]],
    ["folder:inbox", { folders: [inbox], folderIds: ["15"] }, ["value 15"]],
    ["folder:inbox", {}, []],
    ["folder:inbox", { payload: new Uint8Array(0), folders: [inbox], folderIds: ["15"] }, ["message"]],
    ["status:3", { statuses: [{ value: 3 }] }, ["value 3"]],
    ["status:3", { statuses: [] }, []],
    ["status:3", { isEdited: true, content: { kind: "payload", bytes: sms.payload } }, []],
  ])("%s in a capture with %j", async (query, facts, expected) => {
    expect(await summarize(query, [known(facts)])).toEqual(expected);
  });

  it("finds the statuses of commands and their parts, and no others", async () => {
    const failed = capture(
      payload(
        '<Sync xmlns="AirSync" xmlns:email="Email"><Collections><Collection><Status>1</Status><Commands>' +
          "<Add><ApplicationData><email:Flag><email:Status>2</email:Status></email:Flag></ApplicationData>" +
          "</Add></Commands><Responses><Change><Status>7</Status></Change></Responses></Collection>" +
          "</Collections></Sync>",
      ),
    );
    expect(await summarize("status>0", [failed])).toEqual(["value 1", "value 7"]);
    expect(await summarize("email:Status:2", [failed])).toEqual(["value 2"]);
    const { hits } = await run("status:7", [failed]);
    expect(hits).toMatchObject([{ element: "airsync:Status", excerpt: "7 Conflict" }]);
  });
});

describe("search inside values", () => {
  const body = (type: string, data: string): SearchedCapture =>
    capture(
      payload(
        `<Sync xmlns="AirSync" ` +
          `xmlns:airsyncbase="AirSyncBase"><Collections><Collection><Commands><Add><ApplicationData>` +
          `<airsyncbase:Body><airsyncbase:Type>${type}</airsyncbase:Type>` +
          `<airsyncbase:Data>${data}</airsyncbase:Data></airsyncbase:Body></ApplicationData></Add>` +
          "</Commands></Collection></Collections></Sync>",
      ),
    );
  const mime = [
    "From: =?utf-8?B?SsO8cmdlbg==?= &lt;j@contoso.com&gt;",
    "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    toBase64(ASCII("Der Fluß ist breit")),
  ].join("\r\n");

  it.each([
    ["Fluß", "body Fluß"],
    ["jürgen", "body Jürgen"],
    ["Grüße", "body Grüße"],
    ["base64", "body base64"],
  ])("MIME: %s", async (query, expected) => {
    expect(
      await summarize(query, [
        body("4", `<?crlf?><![CDATA[${mime.replaceAll("&lt;", "<").replaceAll("&gt;", ">")}]]>`),
      ]),
    ).toEqual([expected]);
  });

  it("plain text is found at its place in the body", async () => {
    expect(await summarize("line", [body("1", "first line, second line")])).toEqual([
      "body line",
      "body line",
    ]);
  });

  it("a time zone is found by the name inside its base64", async () => {
    const zone = new Uint8Array(172);
    for (const [i, char] of Array.from("W. Europe").entries()) zone[4 + i * 2] = char.charCodeAt(0);
    const event = capture(
      payload(
        `<Sync xmlns="AirSync" ` +
          `xmlns:calendar="Calendar"><Collections><Collection><Commands><Add><ApplicationData>` +
          `<calendar:Timezone>${toBase64(zone)}</calendar:Timezone></ApplicationData></Add></Commands>` +
          "</Collection></Collections></Sync>",
      ),
    );
    const { hits } = await run("europe", [event]);
    expect(hits.map(({ kind, element }) => [kind, element])).toEqual([["body", "calendar:Timezone"]]);
  });

  it("strings in the string table and values of several tokens are found", async () => {
    const table = hex("03 01 6A 03 41 42 00 45 4B 83 00 01 4B 03 43 44 00 83 00 01 01");
    expect(await summarize("ab", [capture(table)])).toEqual(["value AB", "value AB"]);
    const { hits } = await run("synckey=cdab", [capture(table)]);
    expect(hits.map(({ range }) => range)).toEqual([{ start: 12, end: 20 }]);
  });
});

describe("captures without a payload, and with more than one", () => {
  it("a text is searched unchanged", async () => {
    const page = capture(ASCII("<html>Service unavailable</html>"), { contentType: "text/html" });
    const { hits } = await run("unavailable", [page]);
    expect(hits.map(({ kind, range }) => [kind, range])).toEqual([["text", undefined]]);
    expect(await summarize("hex:3C 68", [page])).toEqual(["bytes 3C 68"]);
  });

  it("XML is searched as the payload it encodes to, or as a draft if it can't be encoded", async () => {
    const xml = (text: string): SearchedCapture => capture(ASCII(text), { contentType: "text/xml" });
    expect(await summarize("synckey", [xml('<Sync xmlns="AirSync"><SyncKey>1</SyncKey></Sync>')])).toEqual([
      "name SyncKey",
    ]);
    expect(await summarize("synckey", [xml('<Sync xmlns="AirSync"><SyncKey>1</Sync>')])).toEqual([
      "text SyncKey",
    ]);
  });

  it("open captures are searched in their current state", async () => {
    const edited = { ...sync, isEdited: true, content: { kind: "payload", bytes: sms.payload } as const };
    expect(await summarize("is:edited class:SMS", [edited])).toEqual(["value SMS"]);
    expect(await summarize("Köln", [edited])).toEqual([]);
  });

  it("further parts of a multipart body are searched", async () => {
    expect(await summarize("hello", [{ ...sync, parts: [ASCII("say hello")] }])).toEqual(["text hello"]);
  });
});

describe("limits", () => {
  const many = capture(payload(`<Sync xmlns="AirSync">${"<Status>1</Status>".repeat(500)}</Sync>`));

  it("stops at the maximum number of hits, and reports that", async () => {
    const { hits, end } = await run("status", [many, many], { limit: 20 });
    expect(hits).toHaveLength(20);
    expect(end).toMatchObject({ searched: 1, isLimited: true });
  });

  it("a pattern that takes too long stops, and this is reported", async () => {
    const long = capture(payload(`<Sync xmlns="AirSync"><SyncKey>${"a".repeat(300_000)}</SyncKey></Sync>`));
    const { end } = await run("/a*b/", [long], { patternTime: 5 });
    expect(end.isPatternSlow).toBe(true);
    expect((await run("/a*b/", [sync])).end.isPatternSlow).toBe(false);
  });

  it("a payload that is too large to be decoded is counted, and the others are searched", async () => {
    const huge = capture(new Uint8Array(MAX_DECODED_BYTES + 1));
    const { hits, end } = await run("status", [huge, many], { limit: 3 });
    expect(hits.map((hit) => hit.capture)).toEqual([1, 1, 1]);
    expect(end).toMatchObject({ searched: 2, tooLarge: 1 });
  });

  it("a search that is cancelled rejects with the reason", async () => {
    const reason = new Error("enough");
    await expect(run("status", [many], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it("yields to the thread while it works, and reports its progress", async () => {
    const big = capture(payload(`<Sync xmlns="AirSync">${"<Status>1</Status>".repeat(60_000)}</Sync>`));
    const told: number[] = [];
    await run("nowhere", [big], { onProgress: (done) => told.push(done) });
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.every((done) => done >= 0 && done <= 1)).toBe(true);
  });

  it("depth is no limit", async () => {
    const deep = capture(
      Uint8Array.from([3, 1, 0x6a, 0, ...Array.from({ length: 50_000 }, () => 0x4f), 0x0b]),
    );
    const { hits } = await run("synckey", [deep]);
    expect(hits[0]?.path).toEqual(["…", ...Array.from({ length: 7 }, () => "Collection")]);
  });
});

describe("laws of search", () => {
  it("any bytes can be searched; every hit is inside them, and its match inside its excerpt", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 80 }),
        fc.constantFrom(
          "a",
          "/./",
          "hex:0?",
          "name:*",
          "status!=1",
          "-a",
          "S OR 0x4?",
          "class!=x",
          "folder!=x",
        ),
        async (bytes, query) => {
          const { hits } = await run(query, [capture(Uint8Array.from([3, 1, 0x6a, 0, 0x45, ...bytes]))]);
          for (const { range, excerpt, match } of hits) {
            expect(range?.start ?? 0).toBeGreaterThanOrEqual(0);
            expect(range?.end ?? 0).toBeLessThanOrEqual(bytes.length + 5);
            expect(range?.start ?? 0).toBeLessThanOrEqual(range?.end ?? 0);
            expect(match.from).toBeLessThanOrEqual(match.to);
            expect(match.to).toBeLessThanOrEqual(excerpt.length);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
