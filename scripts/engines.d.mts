/** Path of the Chromium with windows; `undefined` if there is none. */
export function systemChromium(): string | undefined;

/** Path of the Chromium for the browser tests; `undefined` leaves the choice to Playwright. */
export function systemHeadlessChromium(): string | undefined;

/** What Chromium is started with in tests; its last switch turns these features off too. */
export function listChromiumSwitches(disabledFeatures?: readonly string[]): string[];

/** Path of the Firefox for the browser tests; `undefined` if there is none. */
export function systemFirefox(): string | undefined;

/** The programs that drive WebKit. */
export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
  /** A screen without a monitor, so that no window opens. */
  readonly screen: string;
}

/** The programs that drive WebKit; `undefined` if one is missing. */
export function systemWebKit(): WebKitPrograms | undefined;
