import { importWithStyles, listMissingStyles, loadStyles } from "./failedStyles";

/** Code that is loaded when it is first needed, or earlier by calling `load`. */
export interface LaterCode<T> {
  /** Loads the code. Rejects if it could not be loaded; a later call tries again. */
  readonly load: () => Promise<T>;
  /** Does something with the code once it is loaded. The page reports what prevents that. */
  readonly run: (action: (code: T) => unknown) => void;
}

/**
 * The one way to load code later: what a command or a hook calls. Components are loaded with `later`, which
 * also says what is shown in their place.
 */
export function laterCode<T>(fetch: () => Promise<T>): LaterCode<T> {
  let coming: Promise<T> | undefined;
  let missing: readonly string[] = []; // addresses of style sheets
  const fetchAll = async (): Promise<T> => {
    try {
      await loadStyles(missing);
      return await importWithStyles(fetch);
    } catch (error) {
      coming = undefined;
      missing = [...new Set([...missing, ...listMissingStyles(error)])];
      throw error;
    }
  };
  const load = (): Promise<T> => {
    coming ??= fetchAll();
    return coming;
  };
  return { load, run: (action) => void load().then(action) };
}
