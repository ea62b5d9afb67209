import { readClipboard } from "../../browser/clipboard";
import { keysText } from "../kit/commands/keys";
import { toast } from "../kit/toast/toasts";
import { type OpenWay, readTextIntoPage } from "./readIntoPage";

/** Opens the text on the clipboard. If the browser does not allow that, says which keys to press instead. */
export async function pasteFromClipboard(way: OpenWay): Promise<void> {
  let text: string;
  try {
    text = await readClipboard();
  } catch {
    toast(`The browser does not let this page read the clipboard. Press ${keysText("Mod+V")} instead.`);
    return;
  }
  await readTextIntoPage(text, way);
}
