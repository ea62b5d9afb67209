/** The links of style sheets that could not be loaded. */
const failed = new Set<HTMLLinkElement>();

function isStyleSheet(target: EventTarget | null): target is HTMLLinkElement {
  return target instanceof HTMLLinkElement && target.rel === "stylesheet";
}

/** Whether a style sheet is empty: a page or nothing came in its place, which is no error to the browser. */
function isEmpty({ sheet }: HTMLLinkElement): boolean {
  return sheet === null || sheet.cssRules.length === 0;
}

addEventListener("error", ({ target }) => isStyleSheet(target) && failed.add(target), { capture: true });
addEventListener("load", ({ target }) => isStyleSheet(target) && isEmpty(target) && failed.add(target), {
  capture: true,
});

/**
 * Whether a style sheet was answered with something else, such as a page. The `import()` that asked for it
 * has not failed then, as it does where the browser reports an error.
 */
export function hasEmptyStyles(): boolean {
  return [...failed].some((link) => link.isConnected && link.sheet !== null && isEmpty(link));
}

/**
 * Loads the style sheets that could not be loaded before, because what the build wraps around `import()` asks
 * for each of them only once. Rejects if one still cannot be loaded.
 */
export async function loadFailedStyles(): Promise<void> {
  const links = [...failed].filter((link) => link.isConnected);
  failed.clear();
  await Promise.all(links.map(replaceStyle));
}

function replaceStyle(link: HTMLLinkElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const again = document.createElement("link");
    again.rel = "stylesheet";
    again.crossOrigin = "";
    again.href = link.href;
    const fail = (): void => reject(new Error(`Unable to preload CSS for ${link.href}`));
    again.addEventListener("load", () => (isEmpty(again) ? fail() : resolve()));
    again.addEventListener("error", fail);
    link.replaceWith(again);
  });
}
