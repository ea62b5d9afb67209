import { describe, expect, it, vi } from "vitest";
import { type Dropped, droppedFiles } from "./droppedFiles";

type Item = Dropped["items"][number];
type Outcome = File | Error;

const gone = new Error("The file is gone");

const makeFile = (name: string): File => new File([Uint8Array.of(3)], name);

/** Entries have many members that a drop does not use. */
const asEntry = (part: object): FileSystemEntry => part as FileSystemEntry;

const fileEntry = (fullPath: string, outcome: Outcome): FileSystemEntry =>
  asEntry({
    isFile: true,
    isDirectory: false,
    fullPath,
    file: (resolve: (file: File) => void, reject: (error: Error) => void) =>
      outcome instanceof Error ? reject(outcome) : resolve(outcome),
  });

/** A folder whose entries come in batches, the last of which is empty; or which can't be listed. */
const folderEntry = (fullPath: string, batches: readonly (readonly FileSystemEntry[])[] | Error) =>
  asEntry({
    isFile: false,
    isDirectory: true,
    fullPath,
    createReader: () => {
      const waiting = batches instanceof Error ? [] : [...batches];
      return {
        readEntries: (resolve: (some: readonly FileSystemEntry[]) => void, reject: (error: Error) => void) =>
          batches instanceof Error ? reject(batches) : resolve(waiting.shift() ?? []),
      };
    },
  });

const item = (entry: FileSystemEntry | null, file: File | null = null): Item => ({
  getAsFile: () => file,
  webkitGetAsEntry: () => entry,
});

const drop = async (...items: readonly Item[]) => {
  const { files, unreadable } = await droppedFiles({ items });
  return { names: files.map(({ name }) => name), unreadable };
};

describe("droppedFiles", () => {
  it("takes a file from the drop where its entry gives none: WebKit, for files not on disk", async () => {
    const dropped = await drop(item(fileEntry("/a.wbxml", gone), makeFile("a.wbxml")));
    expect(dropped).toEqual({ names: ["a.wbxml"], unreadable: [] });
  });

  it("takes a file from a browser that has no entries", async () => {
    expect(await drop(item(null, makeFile("a.wbxml")))).toEqual({ names: ["a.wbxml"], unreadable: [] });
  });

  it("ignores what is not a file, such as dropped text", async () => {
    expect(await drop(item(null))).toEqual({ names: [], unreadable: [] });
  });

  it("finds the files in folders, with their paths, in the order of their numbers", async () => {
    const inner = folderEntry("/log/b", [[fileEntry("/log/b/2.txt", makeFile("2.txt"))]]);
    const folder = folderEntry("/log", [
      [fileEntry("/log/10.txt", makeFile("10.txt"))],
      [fileEntry("/log/9.txt", makeFile("9.txt")), inner],
    ]);
    expect(await drop(item(folder), item(null, makeFile("1.txt")))).toEqual({
      names: ["1.txt", "log/9.txt", "log/10.txt", "log/b/2.txt"],
      unreadable: [],
    });
  });

  it("reads the rest of a folder in which something can't be read, and names that", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const folder = folderEntry("/log", [
      [
        fileEntry("/log/1.txt", gone),
        fileEntry("/log/2.txt", makeFile("2.txt")),
        folderEntry("/log/locked", new Error("No permission")),
      ],
    ]);
    expect(await drop(item(folder))).toEqual({
      names: ["log/2.txt"],
      unreadable: ["log/1.txt", "log/locked"],
    });
    warn.mockRestore();
  });
});
