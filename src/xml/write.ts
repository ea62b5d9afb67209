/**
 * Characters that need a reference in text: markup, CR (which parsers turn into LF), and those no eye can
 * tell apart or see.
 */
const REFERENCED = /[&<\r\x7f-\x9f\u00ad\u2028\u2029\ufeff]|(?<=\]\])>/;
const REFERENCED_ALL = new RegExp(REFERENCED.source, "g");

/** Characters XML 1.0 cannot hold even by reference [XML 1.0 production 2]. */
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * A character as a reference: by name where XML has one that a text needs, else by its code point in
 * hexadecimal.
 */
export function reference(char: string): string {
  return NAMED[char] ?? `&#x${hexCode(char)};`;
}

/** The code point of a text's first character in hexadecimal; "" for the empty text. */
export function hexCode(char: string): string {
  return char.codePointAt(0)?.toString(16).toUpperCase() ?? "";
}

/** Text as character data: read again, it is the same text. Characters XML cannot hold must not be in it. */
export function escapeText(text: string): string {
  return REFERENCED.test(text) ? text.replace(REFERENCED_ALL, reference) : text;
}

/** Whether a text holds a character that XML 1.0 cannot hold, not even by reference. */
export function hasForbidden(text: string): boolean {
  return FORBIDDEN.test(text);
}

/** A text cut into runs that XML can hold and single characters that it cannot. */
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

/** A text in which every character is a reference: white space that is data where layout could stand. */
export function referenceAll(text: string): string {
  return Array.from(text, reference).join("");
}

/** An attribute value in single quotes: read again, it is the same value. */
export function quoteAttribute(value: string): string {
  return `'${value.replace(/[&<'\t\n\r\x7f-\x9f\u00ad\u2028\u2029\ufeff]/g, reference)}'`;
}
