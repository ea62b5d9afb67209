import { expect, it } from "vitest";
import { decode, encode } from "../../index";
import { findFolderName, listFolderNames } from "./folderNames";

const document = decode(
  encode(
    '<Sync xmlns="AirSync"><Collections><Collection><SyncKey>15</SyncKey><CollectionId>15</CollectionId>' +
      "</Collection></Collections></Sync>",
  ).bytes,
);
const [key = -1, id = -1] = document.rows().nodes.slice(-2);
const exchange = { name: "1", syncKeys: [] };

it("names the folder of an id, and nothing else that has its number", () => {
  const names = listFolderNames({
    ...exchange,
    folders: [
      { id: "15", kind: "inbox" },
      { id: "7", name: "Old" },
    ],
  });
  expect([...names]).toEqual([
    ["15", "Inbox"],
    ["7", "Old"],
  ]);
  expect(findFolderName(document, id, names)).toBe("Inbox");
  expect(findFolderName(document, key, names)).toBeUndefined();
});

it("takes what is known about the message for the only folder", () => {
  expect([...listFolderNames({ ...exchange, folders: [{ id: "15" }] }, "outbox")]).toEqual([
    ["15", "Outbox"],
  ]);
  expect(listFolderNames({ ...exchange, folders: [{ id: "1" }, { id: "2" }] }, "outbox").size).toBe(0);
  expect(listFolderNames(undefined, "outbox").size).toBe(0);
});
