import type { SpecReference } from "../../../eas/elements/element";

/**
 * Refers to a section of WAP-192, WBXML 1.3: "5.8.4.6". EAS cites version 1.2, which has the same section
 * numbers and content.
 */
export function wap(section: string): SpecReference {
  return { document: "WAP-192", section };
}
