import { easCodeSpace } from "../eas/codeSpace";

const names = new Set<string>();
for (const { page } of easCodeSpace.pages) {
  for (let token = 5; token <= 0x3f; token++)
    names.add(easCodeSpace.tag(page, token)?.name.toLowerCase() ?? "");
}
names.delete("");

/** Whether any EAS code page has an element with this name, ignoring case. A name with `*` always matches. */
export function isElementName(name: string): boolean {
  return name.includes("*") || /^_x[0-9a-f]{2}$/i.test(name) || names.has(name.toLowerCase());
}

/**
 * Whether a prefix, or the namespace it is bound to, belongs to a code page that has an element with this
 * name.
 */
export function isQualifiedName(prefix: string, name: string): boolean {
  const folded = prefix.toLowerCase();
  return easCodeSpace.pages.some(
    (page) =>
      (page.prefix.toLowerCase() === folded || page.namespace.toLowerCase() === folded) &&
      (name.includes("*") || easCodeSpace.find(page.page, name) !== undefined),
  );
}
