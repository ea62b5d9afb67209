/** Path of the Chromium for the browser tests; `undefined` leaves the choice to Playwright. */
export function systemChromium(): string | undefined;
