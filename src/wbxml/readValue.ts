import { utf8 } from "../bytes/text";
import { isUtf8 } from "../bytes/utf8";
import { GlobalToken } from "./globalToken";
import { addItem, type ReadState, readInteger, report } from "./reading";
import { completeOpaque, endOpaqueBeforeEnds, holdsTokens } from "./repair";
import { scanString } from "./stringScan";
import { FLAG_ASCII, FLAG_UTF_8, TokenKind } from "./tokenTable";

/** STR_I termstr, or EXT_I_n termstr [WAP-192 5.3, 5.8.4.1]; the terminator is one zero code unit. */
export function readString(reading: ReadState, at: number, kind: TokenKind): void {
  const { bytes, cursor, codec, scan, repair } = reading;
  const from = cursor.at;
  const unit = codec?.unit ?? 1;
  scanString(bytes, from, unit, repair, scan);
  const { end, ascii } = scan;
  const terminated = end + unit <= bytes.length && bytes[end] === 0;
  cursor.at = terminated ? end + unit : end;
  if (ascii && codec !== undefined) addItem(reading, at, kind, FLAG_ASCII | FLAG_UTF_8);
  else addUncommonString(reading, at, kind);
  if (!terminated) {
    reading.unterminated++;
    report(reading, "unterminated-string", at, cursor.at);
  }
  if (scan.holdsEnd && holdsTokens(bytes, from, end)) reading.swallowing++;
}

/**
 * Reads a string that is not ASCII or is in a charset that can't be read. Checks the bytes, or decodes them,
 * to find out whether they are text.
 */
function addUncommonString(reading: ReadState, at: number, kind: TokenKind): void {
  const { bytes, codec, scan } = reading;
  const isText =
    codec === utf8
      ? isUtf8(bytes, at + 1, scan.end)
      : codec?.decode(bytes.subarray(at + 1, scan.end)) !== undefined;
  addItem(reading, at, kind, isText && codec === utf8 ? FLAG_UTF_8 : 0);
  if (!isText && codec !== undefined) report(reading, "text-not-in-charset", at + 1, scan.end);
}

/**
 * entity, tableref, extension or opaque [WAP-192 5.3]: the tokens allowed both in content and in an attribute
 * value.
 */
export function readValue(reading: ReadState, at: number, byte: number): void {
  switch (byte) {
    case GlobalToken.ENTITY:
      return readInteger(reading, at, (code) => {
        addItem(reading, at, TokenKind.Entity);
        if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
          report(reading, "entity-out-of-range", at, reading.cursor.at);
      });
    case GlobalToken.STR_T:
      return readInteger(reading, at, (index) => {
        addItem(reading, at, TokenKind.TableString);
        checkStringIndex(reading, index, at);
      });
    case GlobalToken.EXT_I_0:
    case GlobalToken.EXT_I_1:
    case GlobalToken.EXT_I_2:
      return readString(reading, at, TokenKind.ExtensionString);
    case GlobalToken.EXT_T_0:
    case GlobalToken.EXT_T_1:
    case GlobalToken.EXT_T_2:
      return readInteger(reading, at, () => addItem(reading, at, TokenKind.ExtensionInteger));
    case GlobalToken.OPAQUE:
      return readOpaque(reading, at);
    default:
      addItem(reading, at, TokenKind.ExtensionByte);
  }
}

/** Reports an index that is past the end of the string table. */
export function checkStringIndex(reading: ReadState, index: number, at: number): void {
  if (index >= reading.stringTableLength) report(reading, "string-index-out-of-range", at, reading.cursor.at);
}

/** OPAQUE length *byte [WAP-192 5.8.4.6]. */
function readOpaque(reading: ReadState, at: number): void {
  const { bytes, cursor } = reading;
  readInteger(reading, at, (length) => {
    const token = addItem(reading, at, TokenKind.Opaque);
    if (reading.version === 0) report(reading, "opaque-in-version-1.0", at, cursor.at);
    const end = cursor.at + length;
    const completed = reading.repair ? completeOpaque(bytes, at, end) : undefined;
    if (completed !== undefined) {
      reading.repairedData.set(token, completed);
      cursor.at = completed.end;
      return report(reading, "opaque-length-byte-missing", at, completed.start);
    }
    if (end <= bytes.length) {
      cursor.at = end;
      return;
    }
    report(reading, "truncated-opaque", at, bytes.length, end - bytes.length);
    const data = {
      start: cursor.at,
      end: reading.repair ? endOpaqueBeforeEnds(bytes, cursor.at, reading.depth) : bytes.length,
    };
    reading.repairedData.set(token, data);
    cursor.at = data.end;
  });
}
