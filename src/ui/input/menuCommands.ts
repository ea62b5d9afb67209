import { examples } from "../../assist/examples";
import type { MenuCommand } from "../commands/menuCommand";
import { toast } from "../toast/toasts";
import { namedFiles, openXmlInPage, readFilesIntoPage, readTextIntoPage } from "./readIntoPage";

/** Asks for files, like the Open button. */
function chooseFiles(): void {
  const chooser = document.createElement("input");
  chooser.type = "file";
  chooser.multiple = true;
  chooser.addEventListener("change", () => void readFilesIntoPage(namedFiles(chooser.files)));
  chooser.click();
}

/** Opens the text on the clipboard. If the browser does not allow that, says which keys to press instead. */
async function pasteFromClipboard(): Promise<void> {
  try {
    await readTextIntoPage(await navigator.clipboard.readText());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    toast(`The browser did not allow access to the clipboard (${reason}). Press Ctrl V instead.`);
  }
}

/** Commands that open something. */
export const openCommands: readonly MenuCommand[] = [
  { id: "open-file", title: "Open a file…", menu: "open", keys: "Mod+O", run: chooseFiles },
  { id: "paste", title: "Paste from the clipboard", menu: "open", run: () => void pasteFromClipboard() },
  ...examples.map(
    ({ id, title, section, xml }): MenuCommand => ({
      id: `example-${id}`,
      title,
      menu: "examples",
      hint: section,
      run: () => void openXmlInPage(title, xml),
    }),
  ),
];
