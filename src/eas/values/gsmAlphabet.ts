/**
 * The GSM 7-bit default alphabet (3GPP TS 23.038, 6.2.1) in the order of its codes; code 1B is the escape to
 * the extension table.
 */
export const gsmDefaultAlphabet =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ " +
  "!\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/**
 * The extension table (3GPP TS 23.038, 6.2.1.1): character and code after the escape. Each takes two septets.
 */
export const gsmExtension: readonly (readonly [char: string, code: number])[] = [
  ["\f", 0x0a],
  ["^", 0x14],
  ["{", 0x28],
  ["}", 0x29],
  ["\\", 0x2f],
  ["[", 0x3c],
  ["~", 0x3d],
  ["]", 0x3e],
  ["|", 0x40],
  ["€", 0x65],
];

const septets = new Map<string, 1 | 2>([
  ...Array.from(gsmDefaultAlphabet, (char) => [char, 1] as const).filter(([char]) => char !== "\u001B"),
  ...gsmExtension.map(([char]) => [char, 2] as const),
]);

/**
 * The number of septets for a character (one code point) in GSM 7-bit: 1, or 2 with the escape; `undefined`
 * if it cannot be encoded.
 */
export function countSeptets(char: string): 1 | 2 | undefined {
  return septets.get(char);
}
