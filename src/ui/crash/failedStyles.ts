/** The links of style sheets that could not be loaded. */
const failed = new Set<HTMLLinkElement>();

addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === "stylesheet") failed.add(target);
  },
  { capture: true },
);

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
    again.addEventListener("load", () => resolve());
    again.addEventListener("error", () => reject(new Error(`Unable to preload CSS for ${link.href}`)));
    link.replaceWith(again);
  });
}
