import { later } from "../later";

// Menus are loaded right after the first paint. Until then their buttons are shown disabled.

function button(title: string, className = "button") {
  return (
    <button type="button" className={className} disabled>
      {title}
    </button>
  );
}

/** A button that opens a menu of commands. */
export const CommandMenu = later(
  () => import("../commands/CommandMenu"),
  ({ title }) => button(title, "button is-command-menu"),
);
/** The button that opens the forms in which the payload can be copied. */
export const CopyMenu = later(() => import("./CopyMenu"), button("Copy as"));
/** The button that opens the steps of the history. */
export const StepsMenu = later(() => import("../edit/StepsMenu"), button("▾", "button is-icon is-slim"));
/** The link that opens the other ways to read an input. */
export const AlternativesMenu = later(() => import("../input/AlternativesMenu"));
