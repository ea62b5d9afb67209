import type { LucideIcon } from "lucide-react";
import { Button, Tooltip, TooltipTrigger } from "react-aria-components";
import { ariaKeys, keysText } from "./commands/keys";
import { Icon } from "./icons/Icon";

interface Props {
  readonly icon: LucideIcon;
  /** What the button does: its name, and with its keys its tooltip. */
  readonly label: string;
  /** Keys that do the same, such as "Mod+K". */
  readonly keys?: string | undefined;
  /** For a button that switches something on and off: whether it is on. */
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

/** A button that is an icon, with a tooltip that says what it does and by which keys. */
export function IconButton({ icon, label, keys, isOn, isDisabled = false, onPress }: Props) {
  return (
    <TooltipTrigger delay={400}>
      <Button
        className="icon-button"
        aria-label={label}
        {...(isOn !== undefined && { "aria-pressed": isOn })}
        aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
        isDisabled={isDisabled}
        onPress={onPress}
      >
        <Icon of={icon} />
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {label}
        {keys !== undefined && <kbd>{keysText(keys)}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
