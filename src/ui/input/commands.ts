import { examples } from "../../assist/examples";
import type { Command } from "../commands/command";
import { toast } from "../toast/toasts";
import { namedFiles, openXmlInPage, readFilesIntoPage, readTextIntoPage } from "./readIntoPage";

/** Asks for files, as the Open button does. */
function chooseFiles(): void {
  const chooser = document.createElement("input");
  chooser.type = "file";
  chooser.multiple = true;
  chooser.addEventListener("change", () => void readFilesIntoPage(namedFiles(chooser.files)));
  chooser.click();
}

/** Reads the clipboard where the browser allows it; elsewhere says which keys paste. */
async function pasteFromClipboard(): Promise<void> {
  try {
    await readTextIntoPage(await navigator.clipboard.readText());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    toast(`The browser did not hand out the clipboard (${reason}). Press Ctrl V instead.`);
  }
}

/** Ways to open something. */
export const openCommands: readonly Command[] = [
  { id: "open-file", title: "Open a file…", menu: "open", keys: "Mod+O", run: chooseFiles },
  { id: "paste", title: "Paste from the clipboard", menu: "open", run: () => void pasteFromClipboard() },
  ...examples.map(
    ({ id, title, section, xml }): Command => ({
      id: `example-${id}`,
      title,
      menu: "examples",
      hint: section,
      run: () => void openXmlInPage(title, xml),
    }),
  ),
];
