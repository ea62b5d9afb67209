import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { useInspector } from "../../store/inspector";
import { keysText } from "../kit/commands/keys";
import { namedFiles, readFilesIntoPage, readTextIntoPage } from "./readIntoPage";

const EXAMPLE = `A hex dump, base64, an HTTP message, XML or a curl command, for example

0000  03 01 6A 00 45 5C 4F 4B  03 35 32 35 36 36 35 34  ··j·E\\OK·5256654
0010  35 32 00 01 52 03 35 35  00 01 4E 03 31 00 01 56  52··R·55··N·1··V`;

/** Whether the first thing a user does is likely to be typing: on a touch screen a keyboard would open. */
const HAS_KEYBOARD = typeof matchMedia === "function" && matchMedia("(hover: hover)").matches;

/** A field that opens what is pasted into it, and what is typed once that is asked for. */
export function PasteField({ actions }: { readonly actions: ReactNode }) {
  const [text, setText] = useState("");
  const open = (): void => void readTextIntoPage(text);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "?" && text === "") {
      event.preventDefault(); // no payload begins with it
      useInspector.getState().openDialog("shortcuts");
    }
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || text.trim() === "") return;
    event.preventDefault();
    open();
  };
  return (
    <div className="paste-field">
      <textarea
        aria-label="A payload to paste or type"
        placeholder={EXAMPLE}
        spellCheck={false}
        autoFocus={HAS_KEYBOARD}
        rows={7}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => openPasted(event, text === "")}
        onKeyDown={onKey}
      />
      <div className="paste-field-foot">
        {text.trim() === "" ? (
          actions
        ) : (
          <Button className="button is-primary" onPress={open}>
            Read it
            <kbd>{keysText("Mod+Enter")}</kbd>
          </Button>
        )}
      </div>
    </div>
  );
}

/** Opens what is pasted into the empty field; in a text that was typed, pasting goes on with it. */
function openPasted(event: ClipboardEvent, isEmpty: boolean): void {
  const text = event.clipboardData.getData("text/plain");
  const { files } = event.clipboardData;
  if (!isEmpty || (text === "" && files.length === 0)) return;
  event.preventDefault();
  void (text === "" ? readFilesIntoPage(namedFiles(files)) : readTextIntoPage(text));
}
