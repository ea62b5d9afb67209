import type { EnginePage } from "./engine";

/** What a journey is told. */
export interface Tested {
  /** An empty page. */
  readonly page: EnginePage;
  /** The address of the page under test. */
  readonly address: string;
  /** Ends the page, with all that the browser has stored for it, and opens another one. */
  readonly openFresh: () => Promise<EnginePage>;
}

/**
 * Defines one journey; its page is new, and must end without an error in the console. `most` is how long it
 * may take, in milliseconds, if that is more than usual.
 */
export type DefineJourney = (title: string, run: (tested: Tested) => Promise<void>, most?: number) => void;
