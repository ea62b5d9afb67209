import { ChevronRight, type LucideIcon } from "lucide-react";
import { useEffect, useId, useState } from "react";
import {
  Button,
  Header,
  Keyboard,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  SubmenuTrigger,
} from "react-aria-components";
import { useInspector } from "../../../store/inspector";
import { Icon } from "../icons/Icon";
import { keysText } from "./keys";
import { isDoable, listMenuNow, type MenuCommand } from "./menuCommand";
import { lookOfMenu } from "./menuLook";
import { divideMenu, type MenuEntry, type MenuPart } from "./menuParts";
import "./commandMenu.css";

/** The commands of a menu, and its button. */
export interface CommandMenuProps {
  readonly commands: readonly MenuCommand[];
  /** The title of the button, or what it is called if it shows an icon. */
  readonly title: string;
  readonly icon?: LucideIcon;
  /** A sentence below the commands. */
  readonly note?: string | undefined;
}

/** A button that opens a menu of commands. Those that cannot be run now are greyed out. */
export default function CommandMenu({ commands, title, icon, note }: CommandMenuProps) {
  const { className, label } = lookOfMenu(title, icon);
  return (
    <MenuTrigger>
      <Button className={className} {...(icon !== undefined && { "aria-label": title })}>
        {label}
      </Button>
      <Popover className="popover command-popover" placement="bottom start" offset={4}>
        <CommandList commands={commands} title={title} note={note} />
      </Popover>
    </MenuTrigger>
  );
}

/** The commands of an open menu, in their parts. */
function CommandList({ commands, title, note }: Omit<CommandMenuProps, "icon">) {
  const state = useInspector();
  const noteId = useId();
  const now = listMenuNow(commands, state);
  const disabled = now.filter((command) => !isDoable(command, state)).map(({ id }) => id);
  return (
    <>
      <Menu
        className="command-menu"
        aria-label={title}
        disabledKeys={disabled}
        {...(note !== undefined && { "aria-describedby": noteId })}
      >
        {divideMenu(now).map((part, index) => (
          <Part key={index} part={part} title={title} disabled={disabled} />
        ))}
      </Menu>
      {note !== undefined && (
        <p id={noteId} className="command-note">
          {note}
        </p>
      )}
    </>
  );
}

interface PartProps {
  readonly part: MenuPart;
  readonly title: string;
  readonly disabled: readonly string[];
}

function Part({ part: { section, entries }, title, disabled }: PartProps) {
  const heading = section?.heading;
  return (
    <MenuSection className="command-section" aria-label={heading ?? title}>
      {heading !== undefined && <Header className="command-heading">{heading}</Header>}
      {entries.map((entry) => (
        <Entry
          key={entry.kind === "command" ? entry.command.id : entry.submenu.title}
          entry={entry}
          disabled={disabled}
        />
      ))}
    </MenuSection>
  );
}

function Entry({ entry, disabled }: { readonly entry: MenuEntry; readonly disabled: readonly string[] }) {
  if (entry.kind === "command") return <CommandItem command={entry.command} name={entry.command.title} />;
  const { submenu, commands } = entry;
  return (
    <SubmenuTrigger>
      <MenuItem
        id={submenu.title}
        className="command-item"
        textValue={submenu.title}
        isDisabled={commands.every(({ id }) => disabled.includes(id))}
      >
        <ItemIcon icon={submenu.icon} />
        <span className="command-name">{submenu.title}</span>
        <Icon of={ChevronRight} isSmall />
      </MenuItem>
      <Popover className="popover command-popover" offset={-2} crossOffset={-5}>
        <Menu className="command-menu" aria-label={submenu.title} disabledKeys={disabled}>
          {commands.map((command) => (
            <CommandItem key={command.id} command={command} name={command.shortTitle ?? command.title} />
          ))}
        </Menu>
      </Popover>
    </SubmenuTrigger>
  );
}

function CommandItem({ command, name }: { readonly command: MenuCommand; readonly name: string }) {
  const { id, icon, hint, measure, keys, submenu, run } = command;
  return (
    <MenuItem id={id} className="command-item" textValue={name} onAction={run}>
      {submenu === undefined && <ItemIcon icon={icon} />}
      <span className="command-name">{name}</span>
      {hint !== undefined && <span className="command-hint">{hint}</span>}
      {measure !== undefined && <MeasuredHint measure={measure} />}
      {keys !== undefined && <Keyboard className="command-hint">{keysText(keys)}</Keyboard>}
    </MenuItem>
  );
}

/** The icon of an entry, or the space for one, so that names stand below each other. */
function ItemIcon({ icon }: { readonly icon: LucideIcon | undefined }) {
  return <span className="command-icon">{icon !== undefined && <Icon of={icon} />}</span>;
}

function MeasuredHint({ measure }: { readonly measure: NonNullable<MenuCommand["measure"]> }) {
  const [hint, setHint] = useState<string>();
  useEffect(() => {
    let isMounted = true;
    void measure(useInspector.getState()).then((found) => isMounted && setHint(found));
    return () => {
      isMounted = false;
    };
  }, [measure]);
  return hint === undefined ? null : <span className="command-hint">{hint}</span>;
}
