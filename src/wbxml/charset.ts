import { getTextCodec, type TextCodec } from "../bytes/text";

/** MIBenum of UTF-8, the charset of every EAS payload. */
export const UTF_8 = 106;

/** The MIBenum for "unknown" [WAP-192 5.6]: the transport decides the charset, which for EAS is UTF-8. */
export const UNKNOWN_CHARSET = 0;

/** IANA MIBenum → label of the codec that reads it. Strings in any other charset are shown as bytes. */
const LABELS: Readonly<Record<number, string>> = {
  [UNKNOWN_CHARSET]: "utf-8",
  3: "us-ascii",
  4: "iso-8859-1",
  5: "iso-8859-2",
  6: "iso-8859-3",
  7: "iso-8859-4",
  8: "iso-8859-5",
  9: "iso-8859-6",
  10: "iso-8859-7",
  11: "iso-8859-8",
  12: "iso-8859-9",
  13: "iso-8859-10",
  17: "shift_jis",
  18: "euc-jp",
  36: "euc-kr",
  38: "euc-kr",
  [UTF_8]: "utf-8",
  109: "iso-8859-13",
  110: "iso-8859-14",
  111: "iso-8859-15",
  112: "iso-8859-16",
  113: "gbk",
  114: "gb18030",
  1000: "utf-16be",
  1001: "utf-32be",
  1013: "utf-16be",
  1014: "utf-16le",
  1015: "utf-16be",
  1017: "utf-32be",
  1018: "utf-32be",
  1019: "utf-32le",
  2024: "shift_jis",
  2025: "gbk",
  2026: "big5",
  2027: "macintosh",
  2084: "koi8-r",
  2086: "ibm866",
  2088: "koi8-u",
  2109: "windows-874",
  2250: "windows-1250",
  2251: "windows-1251",
  2252: "windows-1252",
  2253: "windows-1253",
  2254: "windows-1254",
  2255: "windows-1255",
  2256: "windows-1256",
  2257: "windows-1257",
  2258: "windows-1258",
};

/**
 * The charsets found in real documents: ASCII, Latin, UTF-8, Japanese and Chinese sets, UTF-16 and UTF-32,
 * and Windows code pages for Europe.
 */
const COMMON: ReadonlySet<number> = new Set([
  0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 17, 18, 38, 106, 113, 114, 1000, 1001, 1013, 1014, 1015, 1017, 2025,
  2026, 2250, 2251, 2252,
]);

/**
 * Whether this charset in the header is good evidence that bytes of unknown origin are WBXML. The other
 * charsets are read too, but are weak evidence: many MP4 files start with 00 00 00 24, where 24 would be
 * EUC-KR.
 */
export function isCommonCharset(mibEnum: number): boolean {
  return COMMON.has(mibEnum);
}

/**
 * The codec for a charset, by its MIBenum [WAP-192 5.6]; `undefined` for a charset that can't be read as
 * text.
 */
export function charsetCodec(mibEnum: number): TextCodec | undefined {
  const label = LABELS[mibEnum];
  return label === undefined ? undefined : getTextCodec(label);
}

/**
 * The codec that writes strings in a charset (MIBenum). For a charset that can't be read as text it encodes
 * only the empty string, because bytes are never guessed.
 */
export function writingCodec(mibEnum: number): TextCodec {
  return charsetCodec(mibEnum) ?? unwritable;
}

const unwritable: TextCodec = {
  label: "unknown",
  unit: 1,
  decode: () => undefined,
  encode: (text) => (text === "" ? new Uint8Array(0) : undefined),
};

/** Whether a charset is read as UTF-8, like every EAS payload. */
export function isReadAsUtf8(mibEnum: number): boolean {
  return LABELS[mibEnum] === "utf-8";
}

/**
 * The name of a charset as the header text writes it: its label, or its MIBenum as a number if it has no
 * label here.
 */
export function charsetName(mibEnum: number): string {
  if (mibEnum === UNKNOWN_CHARSET) return "unknown";
  const label = LABELS[mibEnum];
  return label !== undefined && NAMED.get(label) === mibEnum ? label : String(mibEnum);
}

/**
 * The MIBenum for a charset name as `charsetName` writes it; `undefined` if the text is neither a name nor a
 * number.
 */
export function charsetNumber(name: string): number | undefined {
  if (name === "unknown") return UNKNOWN_CHARSET;
  if (/^\d{1,10}$/.test(name)) return Number(name);
  return NAMED.get(name.toLowerCase());
}

/** Label → the MIBenum that is written for it: the lowest one, and never "unknown". */
const NAMED: ReadonlyMap<string, number> = new Map(
  Object.entries(LABELS)
    .map(([mibEnum, label]) => [label, Number(mibEnum)] as const)
    .filter(([, mibEnum]) => mibEnum !== UNKNOWN_CHARSET)
    .reverse(),
);
