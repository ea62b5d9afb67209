/**
 * A page in a browser, with what a user does at it. The three engines are driven by different protocols; what
 * differs stays below this interface.
 */
export interface EnginePage {
  /** The folder that the browser saves downloads in. */
  readonly downloads: string;
  readonly goto: (url: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** Runs a function in the page. It sees only its argument, and what it returns must be JSON. */
  readonly evaluate: <A, R>(run: (argument: A) => R | Promise<R>, argument: A) => Promise<R>;
  /** Clicks at a place of the page, in CSS pixels. */
  readonly clickAt: (place: Place, click?: Click) => Promise<void>;
  /** Turns the wheel at a place of the page, by so many CSS pixels down. */
  readonly wheelAt: (place: Place, down: number) => Promise<void>;
  /** Presses keys together, such as "Control+k" or "F2"; named as in `KeyboardEvent.key`. */
  readonly press: (keys: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** A picture of the page, as a PNG. */
  readonly screenshot: () => Promise<Uint8Array>;
  /** The errors that the console and the page have had since the last call. */
  readonly takeErrors: () => Promise<readonly string[]>;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Click {
  readonly button?: "left" | "right";
  readonly count?: 1 | 2;
}

/** A browser that runs. It has one page at a time, with storage of its own. */
export interface RunningEngine {
  readonly openPage: () => Promise<EnginePage>;
  readonly close: () => Promise<void>;
}

/** The size of the page, in CSS pixels. */
export const VIEWPORT = { width: 1440, height: 860 } as const;
