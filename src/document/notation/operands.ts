import { hexCode } from "../../xml/write";

// The operands that instructions and attribute lists share: strings in double quotes, and decimal numbers.

const ESCAPED = /[^\x20-\x7e\xa1-\xac\xae-\u1fff\u3040-\ud7ff]|["\\>']/gu;

/**
 * A string in double quotes, as written in attribute lists and instructions: `\u{…}` for quotes, `>` and
 * invisible characters.
 */
export function quote(text: string): string {
  return `"${text.replace(ESCAPED, (char) => `\\u{${hexCode(char)}}`)}"`;
}

/** The string in a text written by `quote`, without its quotes; `undefined` if an escape is invalid. */
export function unquote(quoted: string): string | undefined {
  let valid = true;
  const text = quoted.replace(/\\(?:u\{([0-9A-Fa-f]{1,6})\})?/g, (_, hex: string | undefined) => {
    const code = hex === undefined ? Number.POSITIVE_INFINITY : Number.parseInt(hex, 16);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    valid = false;
    return "";
  });
  return valid ? text : undefined;
}

/** A decimal mb_u_int32; `undefined` if the text is not one or needs more than 32 bits. */
export function readNumber(text: string): number | undefined {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
  return value <= 0xffffffff ? value : undefined;
}
