import { type DragEvent, type ReactNode, useState } from "react";
import { droppedFiles } from "./droppedFiles";
import { readFilesIntoPage, readTextIntoPage } from "./readIntoPage";

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
    else void droppedFiles(event.dataTransfer).then(readFilesIntoPage);
  };
  return (
    <div className={isOver ? "app is-drop" : "app"} onDragOver={allow} onDragLeave={leave} onDrop={drop}>
      {children}
      {isOver && <div className="drop-hint">Drop to open. Files stay in this page.</div>}
    </div>
  );
}
