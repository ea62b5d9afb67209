import { examples } from "../../assist/examples";
import type { Inspector } from "../../store/inspector";
import { hasCaptures, type MenuCommand } from "../kit/commands/menuCommand";
import { answerWithShown, closeAllInPage, closeCaptureInPage, closeSourceInPage } from "./openedToasts";
import { pasteFromClipboard } from "./pasteFromClipboard";
import { namedFiles, type OpenWay, openXmlInPage, readFilesIntoPage } from "./readIntoPage";

/** Asks for files, like the Open button. */
function chooseFiles(way: OpenWay): void {
  const chooser = document.createElement("input");
  chooser.type = "file";
  chooser.multiple = true;
  chooser.addEventListener("change", () => void readFilesIntoPage(namedFiles(chooser.files), way));
  chooser.click();
}

const hasSeveralCaptures = ({ captures }: Inspector): boolean => captures.length > 1;
const hasSeveralSources = ({ sources }: Inspector): boolean => sources.length > 1;

/** Commands that open or close something. */
export const openCommands: readonly MenuCommand[] = [
  {
    id: "open-file",
    title: "Open a file…",
    menu: "open",
    hint: "added to what is open",
    keys: "Mod+O",
    run: () => chooseFiles("added"),
  },
  {
    id: "paste",
    title: "Paste from the clipboard",
    menu: "open",
    hint: "added to what is open",
    run: () => void pasteFromClipboard("added"),
  },
  {
    id: "open-file-instead",
    title: "Open instead: a file…",
    menu: "open",
    hint: "closes what is open",
    isEnabled: hasCaptures,
    run: () => chooseFiles("instead"),
  },
  {
    id: "paste-instead",
    title: "Open instead: the clipboard",
    menu: "open",
    hint: "closes what is open",
    isEnabled: hasCaptures,
    run: () => void pasteFromClipboard("instead"),
  },
  {
    id: "use-as-answer",
    title: "Use as the answer to an open request",
    menu: "open",
    hint: "moves the response behind its request",
    isEnabled: hasSeveralSources,
    run: () => void answerWithShown(),
  },
  {
    id: "close-capture",
    title: "Close this capture",
    menu: "open",
    isEnabled: hasSeveralCaptures,
    run: () => void closeCaptureInPage(),
  },
  {
    id: "close-source",
    title: "Close this input",
    menu: "open",
    hint: "with all its captures",
    isEnabled: hasCaptures,
    run: () => void closeSourceInPage(),
  },
  {
    id: "close-all",
    title: "Close everything",
    menu: "open",
    isEnabled: hasSeveralSources,
    run: () => void closeAllInPage(),
  },
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
