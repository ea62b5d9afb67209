/** Path of the Chromium the browser tests use; `undefined` leaves the choice to Playwright. */
export function systemChromium(): string | undefined;
