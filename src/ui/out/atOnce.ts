/** Up to this many bytes, the page writes a payload in another form by itself, at once. */
export const MAX_AT_ONCE = 256 * 1024;
