import type { ReactNode } from "react";
import type { FailedLoad, Meanwhile } from "./later";

/** How the button of a menu looks, before and after its menu is loaded. */
export interface MenuLook {
  /** What the menu is called. */
  readonly title: string;
  readonly className: string;
  /** What the button shows. */
  readonly label: ReactNode;
}

/**
 * What a menu that is loaded later shows as long as its code is not there: menus are loaded right after the
 * first paint, and until then their buttons are disabled. They look as they will, so that nothing moves. A
 * button whose menu could not be loaded tries again.
 */
export function menuButton<P>(lookOf: (props: P) => MenuLook): Meanwhile<P> {
  const failed = ({ retry }: FailedLoad, props: P) => {
    const { title, className, label } = lookOf(props);
    const hint = `The menu ${title} could not be loaded. Press to try again.`;
    return (
      <button type="button" className={className} title={hint} aria-label={hint} onClick={retry}>
        {className.startsWith("icon-button") ? "↻" : <>{label} ↻</>}
      </button>
    );
  };
  const loading = (props: P) => {
    const { title, className, label } = lookOf(props);
    return (
      <button type="button" className={className} aria-label={title} disabled>
        {label}
      </button>
    );
  };
  return { name: "The menu", loading, failed };
}
