/**
 * Puts a text on the clipboard. Where the page has no `navigator.clipboard` (it is served by plain HTTP) or
 * is not allowed to use it, the text is selected in a field that nobody sees and copied from there. Resolves
 * to false if the browser refuses that, too.
 */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyFromField(text);
  }
}

/**
 * Puts a text that is still being written on the clipboard; see `writeClipboard`. The browser is asked at
 * once, because some allow it only right after a key or a click. Rejects if the text does.
 */
export async function writeClipboardLater(text: Promise<Blob>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]);
    return true;
  } catch {
    return writeClipboard(await (await text).text());
  }
}

/**
 * The text on the clipboard. Rejects if the browser does not let the page read it: always where the page is
 * served by plain HTTP. Then only the paste keys can.
 */
export async function readClipboard(): Promise<string> {
  return navigator.clipboard.readText();
}

/** Copies with the command that browsers had before `navigator.clipboard`, and still have. */
function copyFromField(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("aria-hidden", "true");
  field.style.cssText = "position: fixed; inset: 0 auto auto 0; opacity: 0";
  // In an open dialog, a field outside it could not take the focus.
  (focused?.closest("[role=dialog], dialog") ?? document.body).append(field);
  field.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
