import { ChevronDown, type LucideIcon } from "lucide-react";
import { Icon } from "../icons/Icon";
import type { MenuLook } from "../load/laterMenu";

/** How the button of a menu of commands looks: an icon, or its title with an arrow. */
export function lookOfMenu(title: string, icon: LucideIcon | undefined): MenuLook {
  if (icon !== undefined) return { title, className: "icon-button", label: <Icon of={icon} /> };
  const label = (
    <>
      {title}
      <Icon of={ChevronDown} isSmall />
    </>
  );
  return { title, className: "button is-plain", label };
}

/** How the button of the history looks. */
export const stepsLook: MenuLook = {
  title: "History",
  className: "icon-button is-slim",
  label: <Icon of={ChevronDown} isSmall />,
};
