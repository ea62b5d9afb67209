import type { NamedFile } from "../../formats/files/readFiles";

/**
 * All files of a drop, including those inside folders, with their paths. Must be called while the drop event
 * is being handled.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<NamedFile[]> {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry()).filter(
    (entry) => entry !== null,
  );
  if (entries.length === 0) return Array.from(transfer.files, (file) => ({ name: file.name, bytes: file }));
  const files: NamedFile[] = [];
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
    if (entry.isDirectory) waiting.push(...(await listChildren(entry as FileSystemDirectoryEntry)));
    else
      files.push({
        name: entry.fullPath.replace(/^\//, ""),
        bytes: await getFile(entry as FileSystemFileEntry),
      });
  }
  return files.sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
}

function getFile(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

/** The entries of a folder, which the browser returns in batches. */
async function listChildren(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}
