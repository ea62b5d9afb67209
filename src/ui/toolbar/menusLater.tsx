import { later } from "../later";

// Menus come right behind the first paint: until then their buttons stand there without one.

function button(title: string, className = "button") {
  return (
    <button type="button" className={className} disabled>
      {title}
    </button>
  );
}

/** A button that opens the commands of a menu. */
export const CommandMenu = later(
  () => import("../commands/CommandMenu"),
  ({ title }) => button(title, "button is-command-menu"),
);
/** The button that opens the forms in which the payload can be copied. */
export const CopyMenu = later(() => import("./CopyMenu"), button("Copy as"));
/** The button that opens the steps of the history. */
export const StepsMenu = later(() => import("../edit/StepsMenu"), button("▾", "button is-icon is-slim"));
/** The link that opens what else an input could be. */
export const AlternativesMenu = later(() => import("../input/AlternativesMenu"));
