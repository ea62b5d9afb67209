import { Check, ChevronDown, type LucideIcon } from "lucide-react";
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";
import { Icon } from "../kit/icons/Icon";
import { joinClasses } from "../kit/joinClasses";
import type { Options } from "./contextWords";

interface Props<T extends string> {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly options: Options<T>;
  /** What the user chose; `undefined` for what is detected. */
  readonly chosen: T | undefined;
  /** The title of what is detected, or of nothing in particular. */
  readonly detected: string;
  readonly isDetected: boolean;
  /** Whether something is said to be wrong with it. */
  readonly isWarning?: boolean;
  readonly onChoose: (value: T | undefined) => void;
}

const DETECTED = "detected";

/** A fact that can be chosen from a list, which begins with what is detected. */
export function ContextSelect<T extends string>(props: Props<T>) {
  const { label, icon, options, chosen, detected, isDetected, isWarning = false, onChoose } = props;
  const title = options.find(([value]) => value === chosen)?.[1] ?? detected;
  const items = [
    { id: DETECTED, title: isDetected ? `${detected}, as detected` : detected },
    ...options.map(([id, name]) => ({ id, title: name })),
  ];
  return (
    <Select
      className="context-select"
      aria-label={label}
      value={chosen ?? DETECTED}
      onChange={(key) => onChoose(options.find(([value]) => value === key)?.[0])}
    >
      <Button className={joinClasses("select-button", { "is-warning": isWarning })}>
        <Icon of={icon} />
        <SelectValue className="select-value">{() => title}</SelectValue>
        <Icon of={ChevronDown} isSmall />
      </Button>
      <Popover className="popover select-popover">
        <ListBox className="menu" items={items}>
          {({ id, title: name }) => (
            <ListBoxItem id={id} textValue={name} className="menu-item select-item">
              {({ isSelected }) => (
                <>
                  {name}
                  {isSelected && <Icon of={Check} />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
