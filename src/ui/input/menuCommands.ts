import { Binary, Clipboard, File, Folder } from "lucide-react";
import { type ClosedSource, getShownSource, type Inspector } from "../../store/inspector";
import { keysText } from "../kit/commands/keys";
import { hasCaptures, type MenuCommand, type MenuSection, openingCommand } from "../kit/commands/menuCommand";
import {
  answerWithShown,
  closeAllInPage,
  closeCaptureInPage,
  closeSourceInPage,
  reopenInPage,
} from "./openedToasts";
import { pasteFromClipboard } from "./pasteFromClipboard";
import { namedFiles, type OpenWay, readFilesIntoPage } from "./readIntoPage";

/** Asks for files, or for a folder with all files in it. */
function chooseFiles(way: OpenWay, isFolder = false): void {
  const chooser = document.createElement("input");
  chooser.type = "file";
  chooser.multiple = true;
  chooser.webkitdirectory = isFolder;
  chooser.addEventListener("change", () => void readFilesIntoPage(namedFiles(chooser.files), way));
  chooser.click();
}

const hasSeveralCaptures = ({ captures }: Inspector): boolean => captures.length > 1;
const hasSeveralSources = ({ sources }: Inspector): boolean => sources.length > 1;

const input: MenuSection = {};
const recent: MenuSection = { heading: "Recent" };

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

/** Opens again what was closed: told by the number of its captures, one alone by when it was closed. */
function makeReopening(closed: ClosedSource, index: number): MenuCommand {
  const { name, captures, at } = closed;
  return {
    id: `recent-${index}`,
    title: name,
    menu: "open",
    icon: captures.length === 1 ? Binary : File,
    section: recent,
    hint: captures.length === 1 ? clock.format(at) : String(captures.length),
    run: () => void reopenInPage(closed),
  };
}

/** Commands that open or close something. */
export const openCommands: readonly MenuCommand[] = [
  {
    id: "open-files",
    title: "Open files…",
    menu: "open",
    icon: File,
    section: input,
    keys: "Mod+O",
    run: () => chooseFiles("added"),
  },
  {
    id: "open-folder",
    title: "Open folder…",
    menu: "open",
    icon: Folder,
    section: input,
    run: () => chooseFiles("added", true),
  },
  {
    id: "paste",
    title: "Paste",
    menu: "open",
    icon: Clipboard,
    section: input,
    hint: keysText("Mod+V"), // the browser's own keys, which paste without asking
    run: () => void pasteFromClipboard("added"),
  },
  openingCommand("input", {
    id: "show-input",
    title: "Show the input…",
    menu: "open",
    section: input,
    hint: "the text that was pasted",
    isOnlyInOmnibox: true,
    isEnabled: (state) => getShownSource(state)?.pasted !== undefined,
  }),
  openingCommand("notes", {
    id: "show-notes",
    title: "Show the notes about the input…",
    menu: "open",
    section: input,
    isOnlyInOmnibox: true,
    isEnabled: (state) => (getShownSource(state)?.reading?.problems.length ?? 0) > 0,
  }),
  {
    id: "reopen",
    title: "Open again what was closed last",
    menu: "open",
    section: recent,
    isEnabled: ({ closed }) => closed.length > 0,
    listNow: ({ closed }) => closed.map(makeReopening),
    run: () => void reopenInPage(),
  },
  ...insteadCommands(),
  ...closingCommands(),
];

/** Opening in the place of what is open. */
function insteadCommands(): readonly MenuCommand[] {
  return [
    {
      id: "open-files-instead",
      title: "Open instead: files…",
      menu: "open",
      hint: "closes what is open",
      isOnlyInOmnibox: true,
      isEnabled: hasCaptures,
      run: () => chooseFiles("instead"),
    },
    {
      id: "paste-instead",
      title: "Open instead: the clipboard",
      menu: "open",
      hint: "closes what is open",
      isOnlyInOmnibox: true,
      isEnabled: hasCaptures,
      run: () => void pasteFromClipboard("instead"),
    },
  ];
}

/** Closing, and joining of what is open. */
function closingCommands(): readonly MenuCommand[] {
  return [
    {
      id: "use-as-answer",
      title: "Use as the answer to an open request",
      menu: "open",
      hint: "moves the response behind its request",
      isOnlyInOmnibox: true,
      isEnabled: hasSeveralSources,
      run: () => void answerWithShown(),
    },
    {
      id: "close-capture",
      title: "Close this capture",
      menu: "open",
      isOnlyInOmnibox: true,
      isEnabled: hasSeveralCaptures,
      run: () => void closeCaptureInPage(),
    },
    {
      id: "close-source",
      title: "Close this input",
      menu: "open",
      hint: "with all its captures",
      isOnlyInOmnibox: true,
      isEnabled: hasCaptures,
      run: () => void closeSourceInPage(),
    },
    {
      id: "close-all",
      title: "Close everything",
      menu: "open",
      isOnlyInOmnibox: true,
      isEnabled: hasSeveralSources,
      run: () => void closeAllInPage(),
    },
  ];
}
