import { easCodeSpace } from "../eas/codeSpace";

const names = new Set<string>();
for (const { page } of easCodeSpace.pages) {
  for (let token = 5; token <= 0x3f; token++)
    names.add(easCodeSpace.tag(page, token)?.name.toLowerCase() ?? "");
}
names.delete("");

/**
 * Whether some page of EAS has an element of a name; upper and lower case are one. A name with `*` in it is
 * any that fit.
 */
export function isElementName(name: string): boolean {
  return name.includes("*") || /^_x[0-9a-f]{2}$/i.test(name) || names.has(name.toLowerCase());
}

/** Whether a prefix, or the namespace it stands for, is one of a code page that has an element of a name. */
export function isQualifiedName(prefix: string, name: string): boolean {
  const folded = prefix.toLowerCase();
  return easCodeSpace.pages.some(
    (page) =>
      (page.prefix.toLowerCase() === folded || page.namespace.toLowerCase() === folded) &&
      (name.includes("*") || easCodeSpace.find(page.page, name) !== undefined),
  );
}
