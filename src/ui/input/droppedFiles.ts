import type { NamedFile } from "../../formats/files/readFiles";

/** What of a drop this needs. */
export interface Dropped {
  readonly items: ArrayLike<Pick<DataTransferItem, "getAsFile" | "webkitGetAsEntry">>;
}

/** The files of a drop, and the paths of those that the browser could not open. */
export interface DroppedFiles {
  readonly files: readonly NamedFile[];
  readonly unreadable: readonly string[];
}

/**
 * All files of a drop, including those inside folders, with their paths. Must be called while the drop event
 * is being handled. Never rejects.
 */
export async function droppedFiles({ items }: Dropped): Promise<DroppedFiles> {
  const files: NamedFile[] = [];
  const unreadable: string[] = [];
  const waiting: FileSystemEntry[] = [];
  for (const item of Array.from(items)) {
    const entry = item.webkitGetAsEntry();
    // The item has the file itself; to ask its entry for it can fail, in WebKit for files that are not on
    // disk.
    const file = entry?.isDirectory === true ? null : item.getAsFile();
    if (file !== null) files.push({ name: file.name, bytes: file });
    else if (entry !== null) waiting.push(entry);
  }
  // what a folder contains is added to the end, and so is visited too
  for (const entry of waiting) {
    try {
      if (isFolder(entry)) await addChildren(entry, waiting);
      else if (isFile(entry)) files.push({ name: readPath(entry), bytes: await getFile(entry) });
    } catch (error) {
      console.warn(`${entry.fullPath} could not be read.`, error);
      unreadable.push(readPath(entry));
    }
  }
  files.sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
  return { files, unreadable };
}

const readPath = ({ fullPath }: FileSystemEntry): string => fullPath.replace(/^\//, "");

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

function getFile(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

/** Adds the entries of a folder, which the browser returns in batches. */
async function addChildren(folder: FileSystemDirectoryEntry, entries: FileSystemEntry[]): Promise<void> {
  const reader = folder.createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return;
    for (const entry of some) entries.push(entry);
  }
}
