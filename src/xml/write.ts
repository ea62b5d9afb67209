/**
 * Characters that need a reference in text: markup, CR (which parsers turn into LF), and characters that are
 * invisible or look alike.
 */
const REFERENCED = /[&<\r\x7f-\x9f\u00ad\u2028\u2029\ufeff]|(?<=\]\])>/;
const REFERENCED_ALL = new RegExp(REFERENCED.source, "g");

/** Characters that XML 1.0 can't contain even as references [XML 1.0 production 2]. */
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * A character as a reference: by name if XML has a name that text needs, otherwise by its code point in
 * hexadecimal.
 */
export function reference(char: string): string {
  return NAMED[char] ?? `&#x${hexCode(char)};`;
}

/** The code point of a text's first character in hexadecimal; "" for an empty text. */
export function hexCode(char: string): string {
  return char.codePointAt(0)?.toString(16).toUpperCase() ?? "";
}

/**
 * Text as character data that reads back as the same text. It must not contain characters that XML can't
 * contain.
 */
export function escapeText(text: string): string {
  return REFERENCED.test(text) ? text.replace(REFERENCED_ALL, reference) : text;
}

/** Whether a text contains a character that XML 1.0 can't contain, even as a reference. */
export function hasForbidden(text: string): boolean {
  return FORBIDDEN.test(text);
}

/** A text split into runs that XML can contain and single characters that it can't. */
export function splitForbidden(text: string): { readonly text: string; readonly forbidden: boolean }[] {
  const parts: { text: string; forbidden: boolean }[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (!FORBIDDEN.test(text.charAt(i))) continue;
    if (i > from) parts.push({ text: text.slice(from, i), forbidden: false });
    parts.push({ text: text.charAt(i), forbidden: true });
    from = i + 1;
  }
  if (from < text.length) parts.push({ text: text.slice(from), forbidden: false });
  return parts;
}

/**
 * A text with every character as a reference, for white space that is data in a place where layout is
 * possible.
 */
export function referenceAll(text: string): string {
  return Array.from(text, reference).join("");
}

/** An attribute value in single quotes that reads back as the same value. */
export function quoteAttribute(value: string): string {
  return `'${value.replace(/[&<'\t\n\r\x7f-\x9f\u00ad\u2028\u2029\ufeff]/g, reference)}'`;
}
