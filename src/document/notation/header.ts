import { fromBase64, toBase64 } from "../../bytes/base64";
import { charsetCodec, charsetName, charsetNumber, UTF_8 } from "../../wbxml/charset";
import { HIGHEST_VERSION, UNKNOWN_PUBLIC_ID } from "../../wbxml/header";
import type { Header } from "../../wbxml/tokenTable";
import { quote, readNumber, unquote } from "./operands";

/**
 * A header as described by a text: what to write, regardless of the original bytes. `version` is `undefined`
 * if no header is written.
 */
export interface PlannedHeader {
  readonly version: number | undefined;
  readonly publicId: number;
  readonly publicIdIndex: number | undefined;
  readonly charset: number;
  readonly stringTable: Uint8Array;
}

/** The header of every EAS payload: 03 01 6A 00 (WBXML 1.3, public ID unknown, UTF-8, no string table). */
export const easHeader: PlannedHeader = {
  version: HIGHEST_VERSION,
  publicId: UNKNOWN_PUBLIC_ID,
  publicIdIndex: undefined,
  charset: UTF_8,
  stringTable: new Uint8Array(0),
};

/**
 * The pseudo-attributes of `<?wbxml …?>` for a header; `undefined` for the EAS header, which is not written.
 */
export function headerText(bytes: Uint8Array, header: Header): string | undefined {
  const table = bytes.subarray(header.stringTable.start, header.stringTable.end);
  if (header.version === undefined) return 'header="none"';
  const plain =
    header.version === easHeader.version &&
    header.publicId === easHeader.publicId &&
    header.charset === easHeader.charset &&
    table.length === 0;
  return plain ? undefined : writeHeaderText({ ...header, stringTable: table });
}

/** The pseudo-attributes of `<?wbxml …?>` in full. */
export function writeHeaderText({
  version = HIGHEST_VERSION,
  publicId,
  publicIdIndex,
  charset,
  stringTable,
}: PlannedHeader): string {
  const parts = [`version="${1 + (version >> 4)}.${version & 15}"`];
  const index = publicIdIndex ?? (publicId === 0 ? 0 : undefined); // 0 means that an index follows
  parts.push(index === undefined ? `publicid="${publicId}"` : `publicid-index="${index}"`);
  if (version !== 0) parts.push(`charset="${charsetName(charset)}"`);
  if (stringTable.length > 0) parts.push(stringTableText(charset, stringTable));
  return parts.join(" ");
}

function stringTableText(charset: number, bytes: Uint8Array): string {
  const text = charsetCodec(charset)?.decode(bytes);
  return text === undefined ? `strtbl-base64="${toBase64(bytes)}"` : `strtbl=${quote(text)}`;
}

/** The header in `<?wbxml …?>`; `undefined` if it is not in the form that `headerText` writes. */
export function readHeaderText(data: string): PlannedHeader | undefined {
  const fields = readFields(data.trim());
  if (fields === undefined) return undefined;
  if (fields.get("header") === "none" && fields.size === 1) return { ...easHeader, version: undefined };
  const version = readVersion(fields.get("version") ?? "1.3");
  const publicId = readNumber(fields.get("publicid") ?? (fields.has("publicid-index") ? "0" : "1"));
  const index = fields.get("publicid-index");
  const publicIdIndex = index === undefined ? (publicId === 0 ? 0 : undefined) : readNumber(index);
  const charset = charsetNumber(fields.get("charset") ?? "utf-8");
  if (version === undefined || publicId === undefined || charset === undefined) return undefined;
  if (version === 0 && charset !== UTF_8) return undefined; // WBXML 1.0 has no field for it [WAP-135 5.3]
  if (index !== undefined && publicIdIndex === undefined) return undefined;
  const stringTable = readStringTable(charset, fields);
  return stringTable && { version, publicId, publicIdIndex, charset, stringTable };
}

const FIELD = /([a-z][a-z0-9-]*)="([^"]*)"\s*/y;

/** Pseudo-attributes by name; `undefined` if there is any other text. */
function readFields(data: string): Map<string, string> | undefined {
  const fields = new Map<string, string>();
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < data.length) {
    const [, name, value] = FIELD.exec(data) ?? [];
    if (name === undefined || value === undefined) return undefined;
    fields.set(name, value);
  }
  return fields;
}

function readVersion(text: string): number | undefined {
  const match = /^(\d{1,2})\.(\d{1,2})$/.exec(text);
  if (match === null) return undefined;
  const [major, minor] = [Number(match[1]) - 1, Number(match[2])];
  return major >= 0 && major < 16 && minor < 16 ? major * 16 + minor : undefined;
}

function readStringTable(charset: number, fields: ReadonlyMap<string, string>): Uint8Array | undefined {
  const base64 = fields.get("strtbl-base64");
  if (base64 !== undefined) return fromBase64(base64);
  const quoted = fields.get("strtbl");
  if (quoted === undefined || quoted === "") return new Uint8Array(0);
  const text = unquote(quoted);
  return text === undefined ? undefined : charsetCodec(charset)?.encode(text);
}

/** Whether two headers are written with the same bytes. */
export function isSameHeader(one: PlannedHeader, other: PlannedHeader): boolean {
  return one.version === other.version && writeHeaderText(one) === writeHeaderText(other);
}
