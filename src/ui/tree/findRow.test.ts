import { expect, it } from "vitest";
import { decode } from "../../index";
import { hex } from "../../testing/bytes";
import { startOf } from "../../wbxml/tokenTable";
import { findRow } from "./findRow";
import { listFoldable, withoutAncestors } from "./foldAll";

// Sync › Collections › Collection › SyncKey "7", CollectionId "15"
const document = decode(hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01"));
const { signal } = new AbortController();
const find = (words: string, from: number, step: 1 | -1 = 1) =>
  findRow(document, { words, from, step, signal });

it("finds names and values from a row on, and goes on at the other end", async () => {
  expect(await find("collection", -1)).toBe(1);
  expect(await find("collection", 1)).toBe(2);
  expect(await find("collection", 4)).toBe(1);
  expect(await find("collection", 1, -1)).toBe(4);
  expect(await find("collection", 0, -1)).toBe(4);
  expect(await find("15", 0)).toBe(4);
  expect(await find("nothing", 2)).toBe(-1);
});

it("folds all below the root, and unfolds what is around a node", () => {
  const { tokens } = document.tree;
  const [, collections = -1, collection = -1, key = -1] = document.rows().nodes;
  const starts = [collections, collection].map((node) => startOf(tokens, node));
  expect([...listFoldable(document)]).toEqual(starts);
  expect([...withoutAncestors(document, listFoldable(document), collection)]).toEqual(starts.slice(1));
  expect(withoutAncestors(document, listFoldable(document), key).size).toBe(0);
});
