// What the build wraps around `import()` loads the style sheets of a part first, and asks for each of them
// only once: if one could not be loaded, a later `import()` succeeds without it. So the parts remember what
// they miss.

/** The addresses of the style sheets that an `import()` could not load, by its error. */
export function listMissingStyles(error: unknown): readonly string[] {
  const [, addresses = ""] =
    (error instanceof Error ? /preload CSS for (.*)/.exec(error.message) : null) ?? [];
  return addresses
    .split(" ")
    .flatMap((address) => (address === "" ? [] : new URL(address, location.href).href));
}

/** Loads style sheets again. Rejects if one still cannot be loaded. */
export async function loadStyles(addresses: readonly string[]): Promise<void> {
  await Promise.all(addresses.map(loadStyle));
}

function loadStyle(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const again = document.createElement("link");
    const fail = (): void => reject(new Error(`Unable to preload CSS for ${address}`));
    again.rel = "stylesheet";
    again.crossOrigin = "";
    again.href = address;
    again.addEventListener("load", () => resolve());
    again.addEventListener("error", fail);
    const links = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
    const before = [...links].find(({ href }) => href === address);
    if (before === undefined) document.head.append(again);
    else before.replaceWith(again);
  });
}
