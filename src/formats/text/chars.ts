const NOT_HEX = 255;

const HEX_VALUES = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : NOT_HEX;
});

/** The value of a hexadecimal digit given as a UTF-16 unit, or -1. */
export function hexValue(code: number): number {
  const value = code < 128 ? HEX_VALUES[code] : NOT_HEX;
  return value === undefined || value === NOT_HEX ? -1 : value;
}

/** Whether the UTF-16 unit is a decimal digit. */
export function isDecimal(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/**
 * Whether the UTF-16 unit is white space inside a line: space, tab, no-break space, byte order mark, or a
 * rule that some dumps draw (│ ┊).
 */
export function isBlank(code: number): boolean {
  return (
    code === 0x20 || code === 0x09 || code === 0xa0 || code === 0xfeff || code === 0x2502 || code === 0x250a
  );
}

/** Whether the UTF-16 unit ends a line: CR or LF. */
export function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

/** Whether the UTF-16 unit is any white space: blank or line break. */
export function isSpace(code: number): boolean {
  return isBlank(code) || isBreak(code);
}

/**
 * Whether the UTF-16 unit is allowed in a name of a programming language: ASCII letter, digit, `_` or `$`.
 */
export function isWord(code: number): boolean {
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || isDecimal(code) || code === 0x5f || code === 0x24;
}

/**
 * The end of the text without trailing line breaks. A loop, because a pattern would start again at each of
 * many breaks.
 */
export function endWithoutBreaks(text: string): number {
  let end = text.length;
  while (end > 0 && isBreak(text.charCodeAt(end - 1))) end--;
  return end;
}

/**
 * Whether every UTF-16 unit of the text passes. A loop, because patterns run out of stack on tens of millions
 * of characters.
 */
export function everyChar(text: string, passes: (code: number) => boolean): boolean {
  for (let at = 0; at < text.length; at++) if (!passes(text.charCodeAt(at))) return false;
  return true;
}

/** Whether the UTF-16 unit is a hexadecimal digit or a separator: white space, comma, colon, minus. */
export function isHexText(code: number): boolean {
  return hexValue(code) >= 0 || isSpace(code) || code === 0x2c || code === 0x3a || code === 0x2d;
}

/** Whether the UTF-16 unit belongs to base64 or base64url, including padding and white space. */
export function isBase64Text(code: number): boolean {
  return (
    (isWord(code) && code !== 0x24) ||
    isSpace(code) ||
    code === 0x2b ||
    code === 0x2f ||
    code === 0x2d ||
    code === 0x3d
  );
}
