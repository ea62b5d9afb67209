import type { RefObject } from "react";
import { Tooltip, TooltipTriggerStateContext } from "react-aria-components";
import { keysText } from "./commands/keys";

/** What a tooltip says, and the element it belongs to. */
export interface TipProps {
  readonly of: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly keys: string | undefined;
}

const nothing = (): void => undefined;

/** It is there only while it is open: its button decides that. */
const OPEN = { isOpen: true, shouldSkipAnimation: true, open: nothing, close: nothing };

/** A tooltip that is open. The name of its element says the same, so screen readers need not read it. */
export default function Tip({ of, label, keys }: TipProps) {
  return (
    <TooltipTriggerStateContext value={OPEN}>
      <Tooltip className="tooltip" triggerRef={of} offset={6}>
        {label}
        {keys !== undefined && <kbd>{keysText(keys)}</kbd>}
      </Tooltip>
    </TooltipTriggerStateContext>
  );
}
