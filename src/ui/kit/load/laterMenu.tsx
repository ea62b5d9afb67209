import type { FailedLoad, Meanwhile } from "./later";

/**
 * What a menu that is loaded later shows as long as its code is not there: menus are loaded right after the
 * first paint, and until then their buttons are disabled. A button whose menu could not be loaded tries
 * again.
 */
export function menuButton<P>(getTitle: (props: P) => string, className = "button"): Meanwhile<P> {
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
