import type { LucideIcon } from "lucide-react";
import "./icons.css";

interface IconProps {
  /** An icon of Lucide, the family that the page uses. */
  readonly of: LucideIcon;
  /** 12 pixels, for use inside a text; otherwise 16. */
  readonly isSmall?: boolean;
}

/** An icon, hidden from screen readers: what it stands for is said beside it, or names its button. */
export function Icon({ of: Shape, isSmall = false }: IconProps) {
  return (
    <Shape size={isSmall ? 12 : 16} strokeWidth={isSmall ? 2.6 : 2.25} className="icon" aria-hidden="true" />
  );
}
