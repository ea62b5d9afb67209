import type { Patch } from "../../../bytes/patch";
import { spec } from "../../../eas/elements/element";
import { charsetCodec, charsetName, UNKNOWN_CHARSET, UTF_8 } from "../../../wbxml/charset";
import { EAS_HEADER, HIGHEST_VERSION, UNKNOWN_PUBLIC_ID } from "../../../wbxml/header";
import { mbUint32 } from "../../../wbxml/mbUint32";
import { kindOf, TokenKind, tokenRange } from "../../../wbxml/tokenTable";
import { byteFix } from "../../fix";
import type { ByteFix, Report, Rule } from "../../rule";
import type { MessageView } from "../../view";

const US_ASCII = 3;
const NAMES: readonly string[] = ["1.0", "1.1", "1.2"];

/** Charsets whose strings have the same bytes in UTF-8, or are read as UTF-8 anyway. */
const SAME_BYTES: ReadonlySet<number> = new Set([UTF_8, US_ASCII, UNKNOWN_CHARSET]);

/**
 * A fix that writes the EAS header and converts all strings to UTF-8; `undefined` if the bytes of a string
 * are not text in the header's charset.
 */
function easHeaderFix(view: MessageView): ByteFix | undefined {
  const { header } = view.document.tree.tokens;
  const { start, end } = header.stringTable;
  const strings = SAME_BYTES.has(header.charset) ? [] : rewriteStrings(view);
  if (strings === undefined || (strings.length > 0 && end > start)) return undefined;
  const first = {
    range: { start: 0, end: start },
    bytes: Uint8Array.of(...EAS_HEADER.slice(0, 3), ...mbUint32(end - start)),
  };
  return byteFix("Write the header as 03 01 6A 00", view, true, [first, ...strings]);
}

function rewriteStrings({ document }: MessageView): readonly Patch[] | undefined {
  const { tree } = document;
  const { tokens } = tree;
  const unit = charsetCodec(tokens.header.charset)?.unit ?? 1;
  const patches: Patch[] = [];
  for (let token = 0; token < tokens.count; token++) {
    if (
      kindOf(tokens, token) !== TokenKind.InlineString &&
      kindOf(tokens, token) !== TokenKind.ExtensionString
    )
      continue;
    const text = tree.text(token);
    if (text === undefined) return undefined;
    const { start, end } = tree.data(token);
    const terminated = tokenRange(tokens, token).end > end;
    const bytes = new TextEncoder().encode(terminated ? `${text}\0` : text);
    patches.push({ range: { start, end: terminated ? end + unit : end }, bytes });
  }
  return patches;
}

function reportFields(view: MessageView, report: Report): void {
  const { header, kind } = view.document.tree.tokens;
  const { version, publicId, charset } = header;
  const fix = easHeaderFix(view);
  const reportField = (field: TokenKind, messageId: string, data: Readonly<Record<string, string>>): void => {
    const token = kind.indexOf(field);
    const range =
      token < 0 ? { start: 0, end: header.stringTable.start } : tokenRange(view.document.tree.tokens, token);
    const isLost = messageId === "charset" && !SAME_BYTES.has(charset);
    report(-1, messageId, {
      data,
      range,
      ...(isLost && { severity: "error" }),
      ...(fix && { fixes: [fix] }),
    });
  };
  const name = NAMES[version ?? HIGHEST_VERSION];
  if (name !== undefined) reportField(TokenKind.Version, "version", { version: name });
  if (publicId !== UNKNOWN_PUBLIC_ID)
    reportField(TokenKind.PublicId, "public-id", {
      id: header.publicIdIndex === undefined ? String(publicId) : "named in the string table",
    });
  if (charset !== UTF_8 && charsetCodec(charset) !== undefined)
    reportField(TokenKind.Charset, "charset", { charset: charsetName(charset) });
}

/** A header other than 03 01 6A 00, regardless of the string table. */
export const header: Rule = {
  id: "wbxml/header",
  title: "Header other than 03 01 6A 00",
  severity: "warning",
  spec: spec("MS-ASWBXML 3"),
  why:
    "Every EAS peer writes WBXML 1.3, an unknown public identifier and UTF-8. Many peers accept " +
    "nothing else and reject the message after its first bytes.",
  messages: {
    version: "The header specifies WBXML {version}, but EAS uses 1.3. Write 03 as the first byte.",
    "public-id": "The public identifier is {id}, but EAS uses 1 (unknown). Write 01.",
    charset: "The charset is {charset}, but EAS uses UTF-8. Write 6A, and encode the strings in UTF-8.",
  },
  message: (view, report) => {
    const { tokens } = view.document.tree;
    const isRead =
      tokens.header.version !== undefined &&
      tokens.kind.subarray(0, tokens.count).includes(TokenKind.StringTableLength);
    if (isRead) reportFields(view, report);
  },
  examples: [
    { title: "the EAS header", messages: ["03 01 6A 00 05"], finds: [] },
    { title: "WBXML 1.2", messages: ["02 01 6A 00 05"], finds: ["version"], fixedHex: "03 01 6A 00 05" },
    {
      title: "WBXML 1.0, which has no charset",
      messages: ["00 01 00 45 03 41 00 01"],
      finds: ["version"],
      fixedHex: "03 01 6A 00 45 03 41 00 01",
    },
    {
      title: "the public identifier of WML 1.1",
      messages: ["03 04 6A 00 05"],
      finds: ["public-id"],
      fixedHex: "03 01 6A 00 05",
    },
    {
      title: "a public identifier in the string table",
      messages: ["03 00 00 6A 02 41 00 05"],
      finds: ["public-id"],
      fixedHex: "03 01 6A 02 41 00 05",
    },
    {
      title: "ISO 8859-1, with a string to re-encode",
      messages: ["03 01 04 00 45 03 E9 00 01"],
      finds: ["charset"],
      fixedHex: "03 01 6A 00 45 03 C3 A9 00 01",
    },
    {
      title: "a charset without a name",
      messages: ["03 01 00 00 45 03 41 00 01"],
      finds: ["charset"],
      fixedHex: "03 01 6A 00 45 03 41 00 01",
    },
  ],
};
