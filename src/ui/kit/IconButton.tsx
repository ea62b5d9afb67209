import type { LucideIcon } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { ariaKeys } from "./commands/keys";
import { Icon } from "./icons/Icon";
import { Tip } from "./tipLater";

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
  const button = useRef<HTMLButtonElement>(null);
  const [isPointedAt, setPointedAt] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const isTold = useDelayed(isPointedAt || isFocused);
  const onFocusChange = (isNow: boolean): void =>
    setFocused(isNow && button.current?.matches(":focus-visible") === true);
  const press = (): void => {
    setPointedAt(false);
    setFocused(false);
    onPress();
  };
  return (
    <>
      <Button
        ref={button}
        className="icon-button"
        aria-label={label}
        {...(isOn !== undefined && { "aria-pressed": isOn })}
        aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
        isDisabled={isDisabled}
        onHoverChange={setPointedAt}
        onFocusChange={onFocusChange}
        onPress={press}
      >
        <Icon of={icon} />
      </Button>
      {isTold && <Tip of={button} label={label} keys={keys} />}
    </>
  );
}

const DELAY = 400;

/** Whether something has been so for a moment. */
function useDelayed(isSo: boolean): boolean {
  const [hasBeen, setBeen] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setBeen(true), DELAY);
    return () => {
      clearTimeout(timer);
      setBeen(false);
    };
  }, [isSo]);
  return isSo && hasBeen;
}
