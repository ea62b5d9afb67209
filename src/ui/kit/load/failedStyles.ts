// What the build wraps around `import()` loads the style sheets of a part first. It falls short in two ways.
// It asks for each of them only once: if one could not be loaded, a later `import()` succeeds without it. And
// it takes whatever comes: many servers answer an address that they don't know with a page, with which the
// browser makes an empty style sheet and says that it was loaded. So each part looks at the style sheets that
// its `import()` has added, and remembers those that it misses. A style sheet that another part has asked for
// before is that part's to miss.

/** Style sheets that did not come. */
class MissingStyles extends Error {
  readonly addresses: readonly string[];

  constructor(addresses: readonly string[], cause?: unknown) {
    super(`Unable to preload CSS for ${addresses.join(", ")}`, { cause });
    this.addresses = addresses;
  }
}

/** The addresses of the style sheets that an `import()` could not load, by its error. */
export function listMissingStyles(error: unknown): readonly string[] {
  if (error instanceof MissingStyles) return error.addresses;
  const [, address] = (error instanceof Error ? /preload CSS for (.+)/.exec(error.message) : null) ?? [];
  return address === undefined ? [] : [new URL(address, location.href).href];
}

/**
 * Runs an `import()`. Rejects with all style sheets that it has added and that are missing or empty; none of
 * ours is empty.
 */
export async function importWithStyles<T>(fetch: () => Promise<T>): Promise<T> {
  const before = new Set(listLinks());
  const coming = fetch(); // adds its style sheets at once
  const added = listLinks().filter((link) => !before.has(link));
  const [result] = await Promise.allSettled([coming]);
  const missing = added.filter(isMissing).map(({ href }) => href);
  const cause: unknown = result.status === "rejected" ? result.reason : undefined;
  if (missing.length > 0) throw new MissingStyles(missing, cause);
  if (result.status === "rejected") throw cause;
  return result.value;
}

/** The addresses of the style sheets of the page that are missing or empty. */
export function listMissingLinks(): readonly string[] {
  return listLinks()
    .filter(isMissing)
    .map(({ href }) => href);
}

/** Loads style sheets again. Rejects if one still cannot be loaded. */
export async function loadStyles(addresses: readonly string[]): Promise<void> {
  await Promise.all(addresses.map(loadStyle));
}

function listLinks(): readonly HTMLLinkElement[] {
  return [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
}

/**
 * Whether the style sheet of a link is missing, once the browser is done with it. One that could not be
 * loaded is `null` or empty, or its rules can't be read, as if it came from elsewhere: reading them throws.
 */
function isMissing({ sheet }: HTMLLinkElement): boolean {
  try {
    return sheet === null || sheet.cssRules.length === 0;
  } catch (error) {
    if (error instanceof DOMException) return true;
    throw error;
  }
}

function loadStyle(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const again = document.createElement("link");
    const fail = (): void => reject(new MissingStyles([address]));
    again.rel = "stylesheet";
    again.crossOrigin = "";
    again.href = address;
    again.addEventListener("load", () => (isMissing(again) ? fail() : resolve()));
    again.addEventListener("error", fail);
    const before = listLinks().find(({ href }) => href === address);
    if (before === undefined) document.head.append(again);
    else before.replaceWith(again);
  });
}
