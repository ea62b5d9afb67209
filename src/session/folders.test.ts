import { describe, expect, it } from "vitest";
import { encodeXml } from "../document/encode";
import { openDocument } from "../document/open";
import { easCodeSpace } from "../eas/codeSpace";
import type { Direction } from "../eas/direction";
import { readConversation } from "./conversation";
import type { SessionMessage } from "./messages";

function message(command: string, direction: Direction, inside: string): SessionMessage {
  const { bytes, problems } = encodeXml(
    `<${command} xmlns="FolderHierarchy">${inside}</${command}>`,
    easCodeSpace,
  );
  expect(problems).toEqual([]);
  return { document: openDocument(bytes, easCodeSpace), command, direction };
}

/** The kinds of the folders that are known after the last message. */
function findFolderKinds(messages: readonly SessionMessage[]): ReadonlyMap<string, string | undefined> {
  const last = messages.at(-1);
  if (last === undefined) throw new Error("no message");
  const folders = readConversation(messages).listFolders(last);
  return new Map([...folders].map(([id, { kind }]) => [id, kind]));
}

const folder = (operation: string, id: string, type: string): string =>
  `<${operation}><ServerId>${id}</ServerId><ParentId>0</ParentId><DisplayName>x</DisplayName>` +
  `<Type>${type}</Type></${operation}>`;
const hierarchy = (changes: string): SessionMessage =>
  message(
    "FolderSync",
    "response",
    `<Status>1</Status><SyncKey>1</SyncKey><Changes><Count>1</Count>${changes}</Changes>`,
  );

describe("the folders of a conversation", () => {
  it("reads the kinds of all folders whose class Sync supports", () => {
    const types = [
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9",
      "10",
      "11",
      "12",
      "13",
      "14",
      "15",
      "16",
      "17",
      "18",
      "19",
    ];
    const folders = findFolderKinds([
      hierarchy(types.map((type) => folder("Add", `f${type}`, type)).join("")),
    ]);
    expect(Object.fromEntries(folders)).toEqual({
      f1: undefined,
      f11: undefined,
      f16: undefined,
      f18: undefined,
      f19: undefined,
      f2: "inbox",
      f3: "drafts",
      f4: "user-mail",
      f5: "sent",
      f6: "outbox",
      f7: "tasks",
      f8: "calendar",
      f9: "contacts",
      f10: "notes",
      f12: "user-mail",
      f13: "calendar",
      f14: "contacts",
      f15: "tasks",
      f17: "notes",
    });
  });

  it("includes updates and later messages, and ignores other elements", () => {
    const folders = findFolderKinds([
      hierarchy(`${folder("Add", "5", "2")}<Delete><ServerId>9</ServerId></Delete>`),
      message("FolderSync", "response", "<Status>1</Status><SyncKey>2</SyncKey>"),
      hierarchy(folder("Update", "7", "6")),
    ]);
    expect([...folders]).toEqual([
      ["5", "inbox"],
      ["7", "outbox"],
    ]);
  });

  it("includes a folder that the client created", () => {
    const request = message(
      "FolderCreate",
      "request",
      "<SyncKey>1</SyncKey><ParentId>0</ParentId><DisplayName>x</DisplayName><Type>12</Type>",
    );
    const made = message(
      "FolderCreate",
      "response",
      "<Status>1</Status><SyncKey>2</SyncKey><ServerId>31</ServerId>",
    );
    const refused = message("FolderCreate", "response", "<Status>2</Status>");
    expect([...findFolderKinds([request, made])]).toEqual([["31", "user-mail"]]);
    expect([...findFolderKinds([request, refused])]).toEqual([]);
    expect([...findFolderKinds([made])]).toEqual([]);
  });

  it("reads nothing from bytes that are not a FolderSync", () => {
    const broken: SessionMessage = {
      document: openDocument(new Uint8Array([3, 1, 0x6a, 0, 0xff]), easCodeSpace),
      command: "FolderSync",
      direction: "response",
    };
    const empty: SessionMessage = {
      document: openDocument(new Uint8Array(0), easCodeSpace),
      command: "FolderSync",
      direction: "request",
    };
    expect(findFolderKinds([broken, empty]).size).toBe(0);
  });
});
