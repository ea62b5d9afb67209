import { problem, row, type ValueReading } from "./reading";

type CodePage = readonly [id: number, charset: string, about: string];

/**
 * Windows code page identifiers, as used in InternetCPID: the charset name used in mail, and a description.
 */
const CODE_PAGES: readonly CodePage[] = [
  [37, "ibm037", "EBCDIC, US and Canada"],
  [437, "ibm437", "DOS, US"],
  [500, "ibm500", "EBCDIC, international"],
  [708, "asmo-708", "Arabic (ASMO 708)"],
  [720, "dos-720", "DOS, Arabic"],
  [737, "ibm737", "DOS, Greek"],
  [775, "ibm775", "DOS, Baltic"],
  [850, "ibm850", "DOS, Western European"],
  [852, "ibm852", "DOS, Central European"],
  [855, "ibm855", "DOS, Cyrillic"],
  [857, "ibm857", "DOS, Turkish"],
  [858, "ibm00858", "DOS, Western European with the euro"],
  [860, "ibm860", "DOS, Portuguese"],
  [861, "ibm861", "DOS, Icelandic"],
  [862, "dos-862", "DOS, Hebrew"],
  [863, "ibm863", "DOS, French Canadian"],
  [864, "ibm864", "DOS, Arabic"],
  [865, "ibm865", "DOS, Nordic"],
  [866, "cp866", "DOS, Russian"],
  [869, "ibm869", "DOS, modern Greek"],
  [870, "ibm870", "EBCDIC, Latin 2"],
  [874, "windows-874", "Thai"],
  [875, "cp875", "EBCDIC, modern Greek"],
  [932, "shift_jis", "Japanese"],
  [936, "gb2312", "Chinese, simplified (GBK)"],
  [949, "ks_c_5601-1987", "Korean"],
  [950, "big5", "Chinese, traditional"],
  [1026, "ibm1026", "EBCDIC, Turkish"],
  [1047, "ibm01047", "EBCDIC, Latin 1 for open systems"],
  [1200, "utf-16", "Unicode, little-endian"],
  [1201, "utf-16be", "Unicode, big-endian"],
  [1250, "windows-1250", "Central European"],
  [1251, "windows-1251", "Cyrillic"],
  [1252, "windows-1252", "Western European"],
  [1253, "windows-1253", "Greek"],
  [1254, "windows-1254", "Turkish"],
  [1255, "windows-1255", "Hebrew"],
  [1256, "windows-1256", "Arabic"],
  [1257, "windows-1257", "Baltic"],
  [1258, "windows-1258", "Vietnamese"],
  [1361, "johab", "Korean (Johab)"],
  [10000, "macintosh", "Mac, Western European"],
  [10001, "x-mac-japanese", "Mac, Japanese"],
  [10002, "x-mac-chinesetrad", "Mac, Chinese traditional"],
  [10003, "x-mac-korean", "Mac, Korean"],
  [10004, "x-mac-arabic", "Mac, Arabic"],
  [10005, "x-mac-hebrew", "Mac, Hebrew"],
  [10006, "x-mac-greek", "Mac, Greek"],
  [10007, "x-mac-cyrillic", "Mac, Cyrillic"],
  [10008, "x-mac-chinesesimp", "Mac, Chinese simplified"],
  [10010, "x-mac-romanian", "Mac, Romanian"],
  [10017, "x-mac-ukrainian", "Mac, Ukrainian"],
  [10021, "x-mac-thai", "Mac, Thai"],
  [10029, "x-mac-ce", "Mac, Central European"],
  [10079, "x-mac-icelandic", "Mac, Icelandic"],
  [10081, "x-mac-turkish", "Mac, Turkish"],
  [10082, "x-mac-croatian", "Mac, Croatian"],
  [12000, "utf-32", "Unicode, 32 bits, little-endian"],
  [12001, "utf-32be", "Unicode, 32 bits, big-endian"],
  [20000, "x-chinese-cns", "Chinese, traditional (CNS)"],
  [20105, "x-ia5", "IA5, Western European"],
  [20106, "x-ia5-german", "IA5, German"],
  [20107, "x-ia5-swedish", "IA5, Swedish"],
  [20108, "x-ia5-norwegian", "IA5, Norwegian"],
  [20127, "us-ascii", "ASCII"],
  [20261, "x-cp20261", "T.61"],
  [20269, "x-cp20269", "ISO 6937"],
  [20866, "koi8-r", "Russian (KOI8-R)"],
  [20932, "euc-jp", "Japanese (JIS X 0208 and 0212)"],
  [20936, "x-cp20936", "Chinese, simplified (GB 2312-80)"],
  [20949, "x-cp20949", "Korean (Wansung)"],
  [21866, "koi8-u", "Ukrainian (KOI8-U)"],
  [28591, "iso-8859-1", "Western European"],
  [28592, "iso-8859-2", "Central European"],
  [28593, "iso-8859-3", "South European"],
  [28594, "iso-8859-4", "Baltic"],
  [28595, "iso-8859-5", "Cyrillic"],
  [28596, "iso-8859-6", "Arabic"],
  [28597, "iso-8859-7", "Greek"],
  [28598, "iso-8859-8", "Hebrew, visual order"],
  [28599, "iso-8859-9", "Turkish"],
  [28603, "iso-8859-13", "Estonian"],
  [28605, "iso-8859-15", "Western European with the euro"],
  [29001, "x-europa", "Europa 3"],
  [38598, "iso-8859-8-i", "Hebrew, logical order"],
  [50220, "iso-2022-jp", "Japanese (JIS)"],
  [50221, "csiso2022jp", "Japanese (JIS, half-width kana allowed)"],
  [50222, "iso-2022-jp", "Japanese (JIS, half-width kana by shift)"],
  [50225, "iso-2022-kr", "Korean (ISO 2022)"],
  [50227, "x-cp50227", "Chinese, simplified (ISO 2022)"],
  [51932, "euc-jp", "Japanese (EUC)"],
  [51936, "euc-cn", "Chinese, simplified (EUC)"],
  [51949, "euc-kr", "Korean (EUC)"],
  [52936, "hz-gb-2312", "Chinese, simplified (HZ)"],
  [54936, "gb18030", "Chinese (GB 18030)"],
  [57002, "x-iscii-de", "Devanagari (ISCII)"],
  [57003, "x-iscii-be", "Bengali (ISCII)"],
  [57004, "x-iscii-ta", "Tamil (ISCII)"],
  [57005, "x-iscii-te", "Telugu (ISCII)"],
  [57006, "x-iscii-as", "Assamese (ISCII)"],
  [57007, "x-iscii-or", "Odia (ISCII)"],
  [57008, "x-iscii-ka", "Kannada (ISCII)"],
  [57009, "x-iscii-ma", "Malayalam (ISCII)"],
  [57010, "x-iscii-gu", "Gujarati (ISCII)"],
  [57011, "x-iscii-pa", "Punjabi (ISCII)"],
  [65000, "utf-7", "Unicode (UTF-7)"],
  [65001, "utf-8", "Unicode (UTF-8)"],
];

const byId = new Map(CODE_PAGES.map(([id, charset, about]) => [id, { charset, about }]));

/** The charset and description of a Windows code page; `undefined` if it is not in the table. */
export function findCodePage(id: number): { readonly charset: string; readonly about: string } | undefined {
  return byId.get(id);
}

/**
 * Reads an InternetCPID [MS-ASEMAIL 2.2.2.40]: the code page of the original message. Problems:
 * "code-page-number" (not a whole number), "code-page-unknown".
 */
export function readInternetCodePage(text: string): ValueReading {
  const isNumber = /^\d{1,5}$/.test(text.trim());
  const found = isNumber ? findCodePage(Number(text)) : undefined;
  const code = isNumber ? "code-page-unknown" : "code-page-number";
  const message = isNumber
    ? "No known code page has this number."
    : "A code page is a whole number of up to five digits.";
  return {
    kind: "internet-code-page",
    title: "Code page",
    summary: found === undefined ? "unknown" : `${found.charset}, ${found.about}`,
    rows: found === undefined ? [] : [row("Charset", found.charset), row("For", found.about)],
    problems: found === undefined ? [problem(code, message)] : [],
  };
}
