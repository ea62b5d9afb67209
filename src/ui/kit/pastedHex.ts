import { fromHex } from "../../bytes/hex";

/**
 * Parses hexadecimal digits that the user pasted, with any separators and prefixes. Returns `undefined` if
 * the text is anything else, or half a byte is missing.
 */
export function parsePastedHex(text: string): Uint8Array | undefined {
  const digits = text
    .replaceAll(/(?:0x|\\x|%)(?=[0-9a-f])/gi, " ")
    .replaceAll(/[\s,;:\-–]+/g, " ")
    .trim();
  if (!/^[0-9a-f][0-9a-f ]*$/i.test(digits)) return undefined;
  const pairs = digits
    .split(" ")
    .flatMap((run) =>
      run.length === 1 ? [`0${run}`] : run.length % 2 === 0 ? (run.match(/../g) ?? []) : [""],
    );
  return pairs.includes("") ? undefined : fromHex(pairs.join(""));
}
