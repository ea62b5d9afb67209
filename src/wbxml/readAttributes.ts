import { byteAt } from "../bytes/byteAt";
import { GlobalToken, isGlobal } from "./globalToken";
import { addItem, addMalformed, type ReadState, readInteger, report } from "./reading";
import { checkStringIndex, readString, readValue } from "./readValue";
import { FLAG_IN_ATTRIBUTES, TokenKind } from "./tokenTable";

/** pi = PI attrStart *attrValue END [WAP-192 5.3]. */
export function readInstruction(reading: ReadState): void {
  const { cursor, builder } = reading;
  const token = addItem(reading, cursor.at++, TokenKind.Instruction);
  readAttributes(reading, token);
  reading.attributesEnd.set(token, builder.count());
}

/** 1*attribute END; attribute = ([switchPage] attrStart) *([switchPage] attrValue) [WAP-192 5.3]. */
export function readAttributes(reading: ReadState, owner: number): void {
  const outer = reading.open;
  reading.open = owner;
  reading.inAttributes = FLAG_IN_ATTRIBUTES;
  readAttributeList(reading);
  reading.open = outer;
  reading.inAttributes = 0;
}

function readAttributeList(reading: ReadState): void {
  const { bytes, cursor } = reading;
  let started = false;
  while (cursor.at < bytes.length) {
    const at = cursor.at++;
    const byte = byteAt(bytes, at);
    if (byte === GlobalToken.END) {
      addAttributeToken(reading, at, TokenKind.AttributesEnd);
      return;
    }
    started = readAttributeToken(reading, at, byte, started);
  }
  report(reading, "truncated-attributes", cursor.at, cursor.at);
}

/** Reads one token of an attribute list. Returns whether an attribute has started by now. */
function readAttributeToken(reading: ReadState, at: number, byte: number, started: boolean): boolean {
  const { cursor } = reading;
  if (byte === GlobalToken.SWITCH_PAGE) {
    readAttributeSwitch(reading, at);
    return started;
  }
  if (byte === GlobalToken.LITERAL) {
    readInteger(reading, at, (index) => {
      addAttributeToken(reading, at, TokenKind.AttributeLiteral);
      checkStringIndex(reading, index, at);
    });
    return true;
  }
  if (!isGlobal(byte) && byte < 0x80) {
    addAttributeToken(reading, at, TokenKind.AttributeStart);
    return true;
  }
  if (
    byte === GlobalToken.PI ||
    byte === GlobalToken.LITERAL_C ||
    byte === GlobalToken.LITERAL_A ||
    byte === GlobalToken.LITERAL_AC
  ) {
    addMalformed(reading, at, "token-not-allowed-in-attributes");
    return started;
  }
  if (!isGlobal(byte)) addAttributeToken(reading, at, TokenKind.AttributeValue);
  else if (byte === GlobalToken.STR_I) readString(reading, at, TokenKind.InlineString);
  else readValue(reading, at, byte);
  if (!started) report(reading, "attribute-value-without-start", at, cursor.at);
  return started;
}

/** `page` stays the tag code page: the attribute code space has its own page [WAP-192 5.8.1]. */
function addAttributeToken(reading: ReadState, at: number, kind: TokenKind): void {
  reading.builder.add(kind, at, reading.page, reading.open, FLAG_IN_ATTRIBUTES);
}

function readAttributeSwitch(reading: ReadState, at: number): void {
  if (reading.cursor.at >= reading.bytes.length) return addMalformed(reading, at, "truncated-token");
  reading.cursor.at++;
  addAttributeToken(reading, at, TokenKind.AttributeSwitchPage);
}
