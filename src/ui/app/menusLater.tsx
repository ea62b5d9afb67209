import { type FailedLoad, later, type Meanwhile } from "../kit/load/later";

// Menus are loaded right after the first paint. Until then their buttons are shown disabled; a button whose
// menu could not be loaded tries again.

function button<P>(getTitle: (props: P) => string, className = "button"): Meanwhile<P> {
  const failed = ({ retry }: FailedLoad, props: P) => {
    const title = getTitle(props);
    const hint = `The menu ${title} could not be loaded. Press to try again.`;
    return (
      <button type="button" className={className} title={hint} aria-label={hint} onClick={retry}>
        {title} ↻
      </button>
    );
  };
  const loading = (props: P) => (
    <button type="button" className={className} disabled>
      {getTitle(props)}
    </button>
  );
  return { name: "The menu", loading, failed };
}

/** A button that opens a menu of commands. */
export const CommandMenu = later(
  () => import("../kit/commands/CommandMenu"),
  button(({ title }) => title, "button is-command-menu"),
);
/** The button that opens Help. */
export const HelpMenu = later(
  () => import("../kit/commands/CommandMenu"),
  button(({ title }) => title, "button is-icon"),
);
/** The button that opens the forms in which the payload can be copied. */
export const CopyMenu = later(
  () => import("../export/CopyMenu"),
  button(() => "Copy as"),
);
/** The button that opens the steps of the history. */
export const StepsMenu = later(
  () => import("../history/StepsMenu"),
  button(() => "▾", "button is-icon is-slim"),
);
/** The link that opens the other ways to read an input. */
export const AlternativesMenu = later(() => import("../input/AlternativesMenu"), {
  ...button(() => "Read as…", "link-button"),
  loading: null,
});
