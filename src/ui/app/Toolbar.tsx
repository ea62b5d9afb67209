import type { ReactNode } from "react";
import { Button, Toolbar as ToolbarGroup } from "react-aria-components";
import { type DialogName, type Theme, useInspector } from "../../store/inspector";
import { savePayload } from "../export/menuCommands";
import { HistoryMenu } from "../history/HistoryMenu";
import { OpenFile } from "../input/OpenFile";
import { keysText } from "../kit/commands/keys";
import { hasPayload } from "../kit/commands/menuCommand";
import { CommandMenu, CopyMenu, HelpMenu } from "./menusLater";
import "./toolbar.css";

/** Everything that applies to the page as a whole: open, craft, undo, copy, save, view. */
export function Toolbar() {
  return (
    <header className="toolbar">
      <h1 className="brand">WBXML Inspector</h1>
      <ToolbarGroup className="toolbar-group" aria-label="Actions">
        <OpenFile className="button">Open…</OpenFile>
        <CommandMenu menu="open" title="File" />
        <CommandMenu menu="examples" title="Examples" />
        <CommandMenu menu="craft" title="Craft" />
        <HistoryMenu />
        <CommandMenu menu="edit" title="Edit" />
        <CopyMenu />
        <SaveButton />
        <CommandMenu menu="export" title="Export" />
        <CommandMenu menu="go" title="Go" />
        <CommandMenu menu="view" title="View" />
      </ToolbarGroup>
      <div className="toolbar-end">
        <DialogButton dialog="palette" label={`All commands, ${keysText("Mod+K")}`} keys="Mod+K">
          <span className="only-wide">{keysText("Mod+K")}</span>
          <span className="only-narrow">☰</span>
        </DialogButton>
        <ThemeButton />
        <HelpMenu menu="help" title="?" label="Help" />
      </div>
    </header>
  );
}

interface DialogButtonProps {
  readonly dialog: DialogName;
  readonly label: string;
  readonly keys: string;
  readonly children: ReactNode;
}

function DialogButton({ dialog, label, keys, children }: DialogButtonProps) {
  return (
    <Button
      className="button is-icon"
      aria-label={label}
      aria-keyshortcuts={keys.replace("Mod", "Control")}
      onPress={() => useInspector.getState().openDialog(dialog)}
    >
      {children}
    </Button>
  );
}

function SaveButton() {
  const isOpen = useInspector(hasPayload);
  return (
    <Button
      className="button"
      aria-label="Save as .wbxml"
      aria-keyshortcuts="Control+S"
      isDisabled={!isOpen}
      onPress={savePayload}
    >
      Save
    </Button>
  );
}

const NEXT: Readonly<Record<Theme, Theme>> = {
  system: "light",
  light: "dark",
  dark: "contrast",
  contrast: "system",
};
const SYMBOLS: Readonly<Record<Theme, string>> = { system: "◐", light: "☀", dark: "☾", contrast: "◼" };

function ThemeButton() {
  const theme = useInspector((state) => state.theme);
  const setTheme = useInspector((state) => state.setTheme);
  return (
    <Button
      className="button is-icon"
      aria-label={`Colours: ${theme}. Change to ${NEXT[theme]}`}
      onPress={() => setTheme(NEXT[theme])}
    >
      {SYMBOLS[theme]}
    </Button>
  );
}
