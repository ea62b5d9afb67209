import { Menu as MenuIcon } from "lucide-react";
import { Button, Toolbar as ToolbarGroup } from "react-aria-components";
import { useInspector } from "../../store/inspector";
import { CopyMenu } from "../export/copyLater";
import { saveCommand } from "../export/menuCommands";
import { HistoryMenu } from "../history/HistoryMenu";
import { OpenFile } from "../input/OpenFile";
import { ariaKeys, keysText } from "../kit/commands/keys";
import { CommandMenu, SignMenu } from "../kit/commands/menusLater";
import { Icon } from "../kit/icons/Icon";
import { ThemeButton } from "../kit/theme/ThemeButton";
import { listMenuCommands } from "./menuCommands";
import { paletteCommand } from "./paletteCommands";
import "./toolbar.css";

/** Everything that applies to the page as a whole: open, craft, undo, copy, save, view. */
export function Toolbar() {
  return (
    <header className="toolbar">
      <h1 className="brand">WBXML Inspector</h1>
      <ToolbarGroup className="toolbar-group" aria-label="Actions">
        <OpenFile className="button">Open…</OpenFile>
        <CommandMenu commands={listMenuCommands("open")} title="File" />
        <CommandMenu commands={listMenuCommands("examples")} title="Examples" />
        <CommandMenu commands={listMenuCommands("craft")} title="Craft" />
        <HistoryMenu />
        <CommandMenu commands={listMenuCommands("edit")} title="Edit" />
        <CopyMenu />
        <SaveButton />
        <CommandMenu commands={listMenuCommands("export")} title="Export" />
        <CommandMenu commands={listMenuCommands("go")} title="Go" />
        <CommandMenu commands={listMenuCommands("view")} title="View" />
      </ToolbarGroup>
      <div className="toolbar-end">
        <PaletteButton />
        <ThemeButton />
        <SignMenu commands={listMenuCommands("help")} title="?" label="Help" />
      </div>
    </header>
  );
}

function PaletteButton() {
  const { keys = "", run } = paletteCommand;
  return (
    <Button
      className="button is-icon"
      aria-label={`All commands, ${keysText(keys)}`}
      aria-keyshortcuts={ariaKeys(keys)}
      onPress={run}
    >
      <span className="only-wide">{keysText(keys)}</span>
      <span className="only-narrow">
        <Icon of={MenuIcon} />
      </span>
    </Button>
  );
}

function SaveButton() {
  const { title, keys, isEnabled, run } = saveCommand;
  return (
    <Button
      className="button"
      aria-label={title}
      aria-keyshortcuts={ariaKeys(keys)}
      isDisabled={!useInspector(isEnabled)}
      onPress={run}
    >
      Save
    </Button>
  );
}
