import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery } from "./parse";
import { printQuery } from "./print";
import type { Fact, Operator, Query, SearchQueryProblemCode, Term } from "./query";

const text = (word: string): Term => ({ kind: "text", text: word });
const all = (...of: Query[]): Query => ({ kind: "all", of });
const any = (...of: Query[]): Query => ({ kind: "any", of });
const not = (of: Query): Query => ({ kind: "not", of });
const value = (name: string, operator: Operator, wanted: string): Term => ({
  kind: "value",
  name,
  operator,
  value: wanted,
});
const status = (operator: Operator, wanted: string): Term => ({ kind: "status", operator, value: wanted });
const fact = (name: Fact, operator: Operator, wanted: string): Term => ({
  kind: "fact",
  fact: name,
  operator,
  value: wanted,
});
const bytes = (values: readonly number[], masks: readonly number[] = values.map(() => 0xff)): Term => ({
  kind: "bytes",
  values,
  masks,
});
const nothing = all();

describe("parseQuery, terms", () => {
  it.each<[string, Query]>([
    ["", nothing],
    ["   ", nothing],
    ["hello", text("hello")],
    ["+15551234", text("+15551234")],
    ["user@contoso.com", text("user@contoso.com")],
    ['"two words"', text("two words")],
    [String.raw`"a \" and \\"`, text(String.raw`a " and \ `.trim())],
    ['""', nothing],
    ["name:SyncKey", { kind: "name", name: "SyncKey" }],
    ["name:Sync*", { kind: "name", name: "Sync*" }],
    ["email:To", { kind: "name", name: "email:To" }],
    ["email:To=bob", value("email:To", "=", "bob")],
    ["email:To:bob", value("email:To", "contains", "bob")],
    ["Email:bob", value("Email", "contains", "bob")],
    ['Email:"To"', value("Email", "contains", "To")],
    ["status!=1", status("!=", "1")],
    ["Status>=100", status(">=", "100")],
    ["Status<2.5", status("<", "2.5")],
    ["status:3", status("contains", "3")],
    ["status=InvalidSyncKey", status("=", "InvalidSyncKey")],
    ["airsync:Status!=1", value("airsync:Status", "!=", "1")],
    ["Read<2.5", value("Read", "<", "2.5")],
    ["Read>=100", value("Read", ">=", "100")],
    ["StartTime>2009-10-27", value("StartTime", ">", "2009-10-27")],
    ['Subject="a (b)"', value("Subject", "=", "a (b)")],
    ['Subject=""', value("Subject", "=", "")],
    ["ServerId=5:12", value("ServerId", "=", "5:12")],
    ["name=Bob", value("name", "=", "Bob")],
    ["_x3F=1", value("_x3F", "=", "1")],
    ["class:SMS", { kind: "held", held: "class", operator: "=", value: "SMS" }],
    ["CLASS!=SMS", { kind: "held", held: "class", operator: "!=", value: "SMS" }],
    ["folder:5", { kind: "held", held: "folder", operator: "contains", value: "5" }],
    ["folder!=Inbox", { kind: "held", held: "folder", operator: "!=", value: "Inbox" }],
    ['Folder:"Sent Items"', { kind: "held", held: "folder", operator: "contains", value: "Sent Items" }],
    ["collection=5", { kind: "held", held: "folder", operator: "=", value: "5" }],
    ["command:Sync", fact("command", "=", "Sync")],
    ["direction:req", fact("direction", "=", "request")],
    ["version>=14.0", fact("version", ">=", "14.0")],
    ["http:449", fact("http", "=", "449")],
    ["size>1000", fact("size", ">", "1000")],
    ["size>10k", fact("size", ">", "10k")],
    ['size<="1.5 MB"', fact("size", "<=", "1.5 MB")],
    ["took>2s", fact("took", ">", "2s")],
    ["Took<=500ms", fact("took", "<=", "500ms")],
    ["took:0.5h", fact("took", "=", "0.5h")],
    ["time>09:41", fact("time", ">", "09:41")],
    ["time:09:41:30", fact("time", "=", "09:41:30")],
    ["time>=2026-03-09T09:41", fact("time", ">=", "2026-03-09T09:41")],
    ['time<"2026-03-09 09:41:00.5"', fact("time", "<", "2026-03-09 09:41:00.5")],
    ["time!=2026-03-09", fact("time", "!=", "2026-03-09")],
    ["time>2026-03-09T09:41+01:00", fact("time", ">", "2026-03-09T09:41+01:00")],
    ["user:kim", fact("user", "contains", "kim")],
    [String.raw`user="CONTOSO\\kim"`, fact("user", "=", String.raw`CONTOSO\kim`)],
    ["device:Galaxy", fact("device", "contains", "Galaxy")],
    ["device!=Galaxy", fact("device", "!=", "Galaxy")],
    ["is:edited", fact("is", "=", "edited")],
    ["edited:yes", fact("is", "=", "edited")],
    ["edited!=no", fact("is", "=", "edited")],
    ["edited:NO", fact("is", "!=", "edited")],
    ["edited!=yes", fact("is", "!=", "edited")],
    ["http://schemas.microsoft.com/", text("http://schemas.microsoft.com/")],
    ["12:30:00Z", text("12:30:00Z")],
    ["/Sync(Key)?/i", { kind: "pattern", source: "Sync(Key)?", flags: "i" }],
    [String.raw`/a\/b [/)] c/`, { kind: "pattern", source: String.raw`a\/b [/)] c`, flags: "" }],
    ["0x03016A", bytes([3, 1, 0x6a])],
    ["0x03??6A", bytes([3, 0, 0x6a], [0xff, 0, 0xff])],
    ["hex:03016a", bytes([3, 1, 0x6a])],
    ["hex:03 01 6A", bytes([3, 1, 0x6a])],
    ["hex:03, 0x01", all(bytes([3]), bytes([1]))],
    ['hex:"0x03, 0x01"', bytes([3, 1])],
    ["hex:03 6? ??", bytes([3, 0x60, 0], [0xff, 0xf0, 0])],
    ["hex:4B 03 hello", all(bytes([0x4b, 3]), text("hello"))],
    ["(hex:4B 03)", bytes([0x4b, 3])],
  ])("%s", (query, expected) => {
    expect(parseQuery(query)).toEqual({ query: expected, problems: [] });
  });
});

describe("parseQuery, operators", () => {
  it.each<[string, Query]>([
    ["a b", all(text("a"), text("b"))],
    ["a AND b", all(text("a"), text("b"))],
    ["a OR b", any(text("a"), text("b"))],
    ["a or b", all(text("a"), text("or"), text("b"))],
    ["a b OR c d", any(all(text("a"), text("b")), all(text("c"), text("d")))],
    ["a (b OR c)", all(text("a"), any(text("b"), text("c")))],
    ["a(b)c", all(text("a"), text("b"), text("c"))],
    ["(a OR b) OR c", any(text("a"), text("b"), text("c"))],
    ["-a", not(text("a"))],
    ["NOT a", not(text("a"))],
    ["--a", text("a")],
    ["-status=1", not(status("=", "1"))],
    ["-(a b)", not(all(text("a"), text("b")))],
    ["a -b OR -(c)", any(all(text("a"), not(text("b"))), not(text("c")))],
    ["()", nothing],
    ["((a))", text("a")],
  ])("%s", (query, expected) => {
    expect(parseQuery(query)).toEqual({ query: expected, problems: [] });
  });
});

describe("parseQuery, reports what it does not understand with its place, and the rest works", () => {
  it.each<[string, Query, readonly [SearchQueryProblemCode, number, number][]]>([
    ['a "b c', all(text("a"), text("b c")), [["quote-open", 2, 6]]],
    ["a (b", all(text("a"), text("b")), [["parenthesis-open", 2, 3]]],
    ["a) b", all(text("a"), text("b")), [["parenthesis-unopened", 1, 2]]],
    ["a OR", text("a"), [["term-missing", 2, 4]]],
    ["OR a", text("a"), [["term-missing", 0, 2]]],
    ["a -", text("a"), [["term-missing", 2, 3]]],
    ["(a -) b", all(text("a"), text("b")), [["term-missing", 3, 4]]],
    ["a hex:0", text("a"), [["hex-invalid", 2, 7]]],
    ["hex:zz b", text("b"), [["hex-invalid", 0, 6]]],
    ["hex: 0G b", text("b"), [["hex-invalid", 0, 7]]],
    ["/a(/ b", text("b"), [["pattern-invalid", 0, 4]]],
    ["/a/g b", text("b"), [["pattern-invalid", 0, 4]]],
    ["/a b", all(text("/a"), text("b")), [["pattern-open", 0, 2]]],
    ["class: a", text("a"), [["value-missing", 0, 6]]],
    ["status!= a", text("a"), [["value-missing", 0, 8]]],
    ["class<3", nothing, [["operator-unknown", 0, 7]]],
    ["command>Sync", nothing, [["operator-unknown", 0, 12]]],
    ["direction:up", nothing, [["value-unknown", 0, 12]]],
    ["is:nice a", text("a"), [["value-unknown", 0, 7]]],
    ["http:abc", nothing, [["number-missing", 0, 8]]],
    ["size>10x a", text("a"), [["number-missing", 0, 8]]],
    ["size>-5", nothing, [["number-missing", 0, 7]]],
    ["took>2", nothing, [["number-missing", 0, 6]]],
    ["took>long a", text("a"), [["number-missing", 0, 9]]],
    ["a time>9", text("a"), [["time-missing", 2, 8]]],
    ["time>25:00", nothing, [["time-missing", 0, 10]]],
    ["time>24:00", nothing, [["time-missing", 0, 10]]],
    ["time>09:41+01:00", nothing, [["time-missing", 0, 16]]],
    ["time>2026-02-30T09:41", nothing, [["time-missing", 0, 21]]],
    ["user>kim", nothing, [["operator-unknown", 0, 8]]],
    ["device<=a b", text("b"), [["operator-unknown", 0, 9]]],
    ["folder>5", nothing, [["operator-unknown", 0, 8]]],
    ["edited:maybe", nothing, [["value-unknown", 0, 12]]],
    ["edited>yes", nothing, [["operator-unknown", 0, 10]]],
    ["status>Success", nothing, [["number-missing", 0, 14]]],
    ["status: a", text("a"), [["value-missing", 0, 7]]],
    ["Subject<abc", nothing, [["number-missing", 0, 11]]],
    ["Nonsense=5", text("Nonsense=5"), [["name-unknown", 0, 10]]],
    [
      "-class: (b OR",
      text("b"),
      [
        ["value-missing", 1, 7],
        ["parenthesis-open", 8, 9],
        ["term-missing", 11, 13],
      ],
    ],
  ])("%s", (query, expected, problems) => {
    const parsed = parseQuery(query);
    expect(parsed.query).toEqual(expected);
    expect(parsed.problems.map(({ code, range }) => [code, range.from, range.to])).toEqual(problems);
  });

  it("parentheses can be nested 40 deep, and deeper ones are ignored", () => {
    const { query, problems } = parseQuery(`${"(".repeat(50)}a${")".repeat(50)} b`);
    expect(query).toEqual(all(text("a"), text("b")));
    expect(problems.map(({ code }) => code)).toEqual(Array.from({ length: 10 }, () => "too-deep"));
  });

  it("a very long query is cut, with a problem", () => {
    const { problems } = parseQuery("(".repeat(100_000));
    expect(problems.find(({ code }) => code === "too-long")?.range).toEqual({ from: 8192, to: 100_000 });
  });
});

const piece = fc.constantFrom(
  ...(
    'a b -c ( ) OR AND NOT " \\ / /x+/i /( name: name:Sync* email:To email:To=x Email:To status!=1 ' +
    "Status< 5 class:SMS folder:5 is:edited user:kim user=x device!=a:b folder:Inbox status:Ok status:3 " +
    "time>09:41 time:2026-03-09T09:41+01:00 took>2s took<500ms size>10k edited:yes edited:no edited!=yes"
  ).split(" "),
  ...(
    'hex: hex:03 01 ?? 0x03 0xZZ direction:req http:449 version>=14 size<3 http://x =5 == : Subject:"a ' +
    'Subject=" //x/ [ ] {1} 2009-10-27'
  ).split(" "),
  " ",
  "\n",
  "İ",
  "\uD800",
);
const queryText = fc.oneof(
  fc.string(),
  fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(" ")),
  fc.array(piece).map((parts) => parts.join("")),
);

describe("laws of parseQuery", () => {
  it("any text is a query, and the ranges of problems are inside it", () => {
    fc.assert(
      fc.property(queryText, (typed) => {
        for (const { range } of parseQuery(typed).problems) {
          expect(range.from).toBeLessThanOrEqual(range.to);
          expect(range.from).toBeGreaterThanOrEqual(0);
          expect(range.to).toBeLessThanOrEqual(typed.length);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("a printed query is parsed as the same query, without problems", () => {
    fc.assert(
      fc.property(queryText, (typed) => {
        const { query } = parseQuery(typed);
        expect(parseQuery(printQuery(query))).toEqual({ query, problems: [] });
      }),
      { numRuns: 5000 },
    );
  });
});
