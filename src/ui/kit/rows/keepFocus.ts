import type { FocusEvent } from "react";

/**
 * Leaves the focus with a list when one of its rows is clicked: the row can scroll away, is then not drawn,
 * and the focus would be lost with it. For `onFocus` of the list.
 */
export function keepFocus({ target, currentTarget }: FocusEvent<HTMLElement>): void {
  const role = target.getAttribute("role");
  if (target !== currentTarget && (role === "option" || role === "treeitem"))
    currentTarget.focus({ preventScroll: true });
}
