import { describe, expect, it } from "vitest";
import type { CaptureFacts } from "./captureFacts";
import { matchFacts, needsContent } from "./matchFacts";
import { parseQuery } from "./parse";
import { prepareQuery } from "./prepareQuery";
import { emptyQuery } from "./query";

const nothingKnown: CaptureFacts = { size: 0, isEdited: false, isDraft: false };
const kim: CaptureFacts = {
  command: "Sync",
  direction: "response",
  version: "14.1",
  http: { status: 449, headers: [] },
  size: 10_241,
  isEdited: true,
  isDraft: false,
  user: String.raw`CONTOSO\kim`,
  deviceId: "1234567890",
  deviceType: "SamsungDevice",
  userAgent: "Galaxy-S24/101.5 (14)",
  startedAt: Date.UTC(2026, 2, 9, 9, 41, 30),
  tookMs: 2000,
  statuses: [
    { value: 1, name: "Success" },
    { value: 3, name: "InvalidSyncKey" },
  ],
  folderIds: ["15"],
  folders: [
    { id: "15", name: "Post 2026", kind: "inbox" },
    { id: "7", name: "Calendar", kind: "calendar" },
  ],
};

function match(text: string, facts: CaptureFacts): boolean | undefined {
  const { query, problems } = parseQuery(text);
  expect(problems).toEqual([]);
  const prepared = prepareQuery(query);
  return prepared && matchFacts(prepared, facts);
}

describe("matchFacts", () => {
  it.each([
    "command:sync direction:response version>=14.0",
    "http>=400 http!=200",
    "size>10k size<11k size=10241",
    "user:KIM",
    String.raw`user="contoso\\kim"`,
    "user!=kim",
    "device:galaxy",
    "device:5678",
    "device=Galaxy-S24",
    "device=samsungdevice",
    "device!=Galaxy",
    "time:09:41",
    "time>09:40 time>=09:41 time<=09:41 time<09:42",
    "time:2026-03-09 time>2026-03-08 time!=2026-03-08",
    "time>=2026-03-09T09:41 time<2026-03-09T09:41:31",
    "time:2026-03-09T10:41+01:00",
    "took>=2s took<2.1s took>500ms took=2s took<1min",
    "status:3",
    "status:1",
    "status!=1",
    "status>=3",
    "status:synckey",
    "status=invalidsynckey",
    "status!=Success",
    "folder:15",
    "folder:post",
    'folder="Post 2026"',
    "folder:Inbox",
    "folder!=7",
    "edited:yes",
    "edited!=no",
    "-edited:no",
    "user:bob OR took>1s",
  ])("%s is true", (text) => {
    expect(match(text, kim)).toBe(true);
  });

  it.each([
    "user:bob",
    "user=kim",
    "device:tablet",
    "device=Galaxy",
    "device!=Galaxy-S24",
    "time>09:41",
    "time<09:41",
    "time>2026-03-09",
    "took>2s",
    "took:20ms",
    "size<10k",
    "http:500",
    "status:2",
    "status>3",
    "status=InvalidSync",
    "folder:5",
    "folder:2026",
    "folder=Post",
    "folder!=Inbox",
    "folder:calendar",
    "edited:no",
    "is:draft",
    "user:kim -status:3",
  ])("%s is false", (text) => {
    expect(match(text, kim)).toBe(false);
  });

  it("what is never known fits nothing", () => {
    for (const text of ["user:kim", "user!=kim", "device:x", "time>00:00", "took<1h", "version>2", "http!=1"])
      expect(match(text, nothingKnown)).toBe(false);
  });

  it("what the content can tell is left open, unless another term decides", () => {
    const open = ["command:Sync", "direction:request", "status!=1", "folder:Inbox", "class:SMS", "needle"];
    for (const text of open) {
      expect(match(text, nothingKnown)).toBeUndefined();
      expect(match(`${text} user:kim`, nothingKnown)).toBe(false);
      expect(match(`${text} OR edited:no`, nothingKnown)).toBe(true);
    }
  });

  it("a folder is left open where a message can refer to others than its exchange is about", () => {
    const moves: CaptureFacts = { ...kim, command: "MoveItems", folderIds: [] };
    expect(match("folder:Inbox", moves)).toBeUndefined();
    expect(match("folder:Inbox", { ...moves, command: "Ping" })).toBe(false);
  });
});

describe("needsContent", () => {
  it.each([
    "needle",
    "/x/",
    "0x03",
    "name:To",
    "To:ada",
    "class:SMS",
    "-needle",
    "user:a OR (size>3 needle)",
  ])("%s does", (text) => {
    expect(needsContent(parseQuery(text).query)).toBe(true);
  });

  it.each([
    "user:kim device:x took>2s time>09:41",
    "status!=1 folder:Inbox",
    "-edited:yes OR (command:Sync direction:request version:14.1 http:200 size>1)",
  ])("%s does not, and is decided by facts", (text) => {
    expect(needsContent(parseQuery(text).query)).toBe(false);
    expect(match(text, kim)).toBeTypeOf("boolean");
  });

  it("the empty query does not", () => {
    expect(needsContent(emptyQuery)).toBe(false);
  });
});
