import { CircleHelp, Clipboard, Menu as MenuIcon, Search } from "lucide-react";
import { Button, Toolbar } from "react-aria-components";
import { HistoryButtons } from "../history/HistoryButtons";
import { pasteFromClipboard } from "../input/pasteFromClipboard";
import { ariaKeys, keysText } from "../kit/commands/keys";
import { CommandMenu } from "../kit/commands/menusLater";
import { IconButton } from "../kit/IconButton";
import { Icon } from "../kit/icons/Icon";
import { Mark } from "../kit/icons/Mark";
import { ThemeButton } from "../kit/theme/ThemeButton";
import { listMenuCommands } from "./menuCommands";
import { menuNotes } from "./menuTitles";
import { omniboxCommand } from "./omniboxCommands";
import "./titleBar.css";

/**
 * The bar at the top: what applies to the page as a whole, and the field that finds everything. Where it is
 * too narrow for its menus, they are one.
 */
export function TitleBar() {
  return (
    <header className="title-bar">
      <Mark />
      <h1 className="title-name">WBXML Inspector</h1>
      <Toolbar className="title-start only-roomy" aria-label="Open and new">
        <CommandMenu commands={listMenuCommands("open")} title="Open" />
        <CommandMenu commands={listMenuCommands("new")} title="New" />
      </Toolbar>
      <OmniboxButton />
      <Toolbar className="title-end" aria-label="History, export and share">
        <HistoryButtons />
        <span className="title-rule only-roomy" />
        <span className="title-menus only-roomy">
          <CommandMenu commands={listMenuCommands("export")} title="Export" />
          <CommandMenu commands={listMenuCommands("share")} title="Share" note={menuNotes.share} />
        </span>
        <span className="title-rule only-roomy" />
        <span className="title-menus only-roomy">
          <ThemeButton />
          <CommandMenu commands={listMenuCommands("help")} title="Help" icon={CircleHelp} />
        </span>
        <span className="only-tight">
          <PageMenu />
        </span>
      </Toolbar>
    </header>
  );
}

/** All menus as one, where there is no room for several. */
function PageMenu() {
  return (
    <CommandMenu
      commands={listMenuCommands("open", "new", "export", "share", "view", "help")}
      title="Menu"
      icon={MenuIcon}
      note={menuNotes.share}
    />
  );
}

/** What stands at the end of the header of a payload where it takes the place of the title bar. */
export function PhoneActions() {
  return (
    <>
      <IconButton icon={Search} label={omniboxCommand.title} onPress={omniboxCommand.run} />
      <IconButton icon={Clipboard} label="Paste" onPress={() => void pasteFromClipboard("added")} />
      <PageMenu />
    </>
  );
}

function OmniboxButton() {
  const { title, keys = "", run } = omniboxCommand;
  return (
    <Button
      className="omnibox-button"
      aria-label={`${title} ${keysText(keys)}`}
      aria-keyshortcuts={ariaKeys(keys)}
      onPress={run}
    >
      <Icon of={Search} />
      <span className="omnibox-words">{title}</span>
      <kbd>{keysText(keys)}</kbd>
    </Button>
  );
}
