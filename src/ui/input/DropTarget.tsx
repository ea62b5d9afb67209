import { type DragEvent, type ReactNode, useState } from "react";
import { lastingToast } from "../kit/toast/toasts";
import { droppedFiles } from "./droppedFiles";
import { readFilesIntoPage, readTextIntoPage } from "./readIntoPage";

/** Opens what was dropped; what the browser could not read is named. */
async function openDropped(transfer: DataTransfer): Promise<void> {
  const { files, unreadable } = await droppedFiles(transfer);
  if (unreadable.length > 0) lastingToast(writeUnreadable(unreadable));
  await readFilesIntoPage(files);
}

const MAX_NAMED = 5;

function writeUnreadable(names: readonly string[]): string {
  const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : "";
  return (
    `The browser could not read ${names.slice(0, MAX_NAMED).join(", ")}${more}. Check that ` +
    "the files still exist and that you may read them, and drop them again."
  );
}

/** Lets files and text be dropped anywhere on the page. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  const allow = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  const leave = (event: DragEvent): void => {
    if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
      setOver(false);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const text = event.dataTransfer.getData("text/plain");
    if (event.dataTransfer.files.length === 0) void readTextIntoPage(text);
    else void openDropped(event.dataTransfer);
  };
  return (
    <div className={isOver ? "app is-drop" : "app"} onDragOver={allow} onDragLeave={leave} onDrop={drop}>
      {children}
      {isOver && <div className="drop-hint">Drop to open. Files stay in this page.</div>}
    </div>
  );
}
