import { expect, it } from "vitest";
import { listOwnKeys } from "../kit/commands/paneKeys";
import { bytesKeys, readMovingKey, readWritingKey } from "./keys";

const SOME = [
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ ".split(""),
  ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"],
  ["Insert", "Delete", "Backspace", "Escape", "Enter", "Tab", "ContextMenu", "F2", "F3", "F8", "F10"],
].flat();
const rows = { mode: "overwrite", length: 100, width: 16, pageSize: 4 } as const;

it("the keys of the bytes are those that they handle", () => {
  const handled = SOME.filter((key) => readWritingKey(key) ?? readMovingKey(key, rows));
  expect(listOwnKeys(bytesKeys).toSorted()).toEqual(handled.toSorted());
});

it("End goes behind the last byte while typing inserts", () => {
  expect(readMovingKey("End", rows)).toEqual({ to: 99 });
  expect(readMovingKey("End", { ...rows, mode: "insert" })).toEqual({ to: 100 });
});
