/** Up to this many bytes, the page writes a payload in another form by itself, at once. */
export const MAX_AT_ONCE = 256 * 1024;

/**
 * The page puts no longer text on the clipboard, in characters: while it takes a text, the browser holds up
 * the page, Chromium for about 4 ms per million characters.
 */
export const LONGEST_COPY = 32_000_000;
