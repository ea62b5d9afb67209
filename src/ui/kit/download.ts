import { toUnshared } from "../../bytes/unshared";

/** Saves a file, as a download of the browser. */
export function download(file: Blob | Uint8Array, name: string): void {
  const part = file instanceof Blob ? file : toUnshared(file);
  const url = URL.createObjectURL(new Blob([part], { type: "application/vnd.ms-sync.wbxml" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
