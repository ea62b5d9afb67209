import type { SpecReference } from "../../../eas/elements/element";

/**
 * A section of WAP-192, WBXML 1.3: "5.8.4.6". EAS refers to version 1.2, whose sections have the same numbers
 * and say the same.
 */
export function wap(section: string): SpecReference {
  return { document: "WAP-192", section };
}
