import type { RefObject } from "react";
import { Tooltip } from "react-aria-components";
import { keysText } from "./commands/keys";

/** What a tooltip says, and the element it belongs to. */
export interface TipProps {
  readonly of: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly keys: string | undefined;
}

/** A tooltip that is open. The name of its element says the same, so screen readers need not read it. */
export default function Tip({ of, label, keys }: TipProps) {
  return (
    <Tooltip className="tooltip" triggerRef={of} isOpen offset={6}>
      {label}
      {keys !== undefined && <kbd>{keysText(keys)}</kbd>}
    </Tooltip>
  );
}
