import { useContext } from "react";
import { OverlayTriggerStateContext } from "react-aria-components";

/** Closes the popover that a component stands in. */
export function useClosePopover(): () => void {
  const state = useContext(OverlayTriggerStateContext);
  return () => state?.close();
}
