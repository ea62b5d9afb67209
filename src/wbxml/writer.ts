import { append, appendByte, createGrowingBytes, type GrowingBytes, reserve } from "../bytes/growing";
import type { TextCodec } from "../bytes/text";
import { GlobalToken } from "./globalToken";
import { mbUint32 } from "./mbUint32";

/**
 * Writes tokens one after the other into a growing buffer. Tracks the code page in effect and switches only
 * if a tag needs another one.
 */
export interface WbxmlWriter {
  /** The number of bytes written so far. */
  readonly length: () => number;
  /** The code page in effect for the next tag; set by `tag`, `switchPage` and `copied`. */
  readonly page: () => number;
  readonly tag: (page: number, identity: number, bits: number) => void;
  readonly end: () => void;
  readonly switchPage: (page: number) => void;
  /**
   * Writes a STR_I, or EXT_I_n if `token` says so, with a text. Returns false and writes nothing if the
   * charset can't encode the text or it contains U+0000.
   */
  readonly text: (text: string, token?: number) => boolean;
  /**
   * Writes a STR_I or EXT_I_n with the bytes of a string. Returns false and writes nothing if they contain a
   * zero code unit or end inside a code unit: they would be read back as another string.
   */
  readonly string: (token: number, bytes: Uint8Array) => boolean;
  readonly opaque: (bytes: Uint8Array) => void;
  /** Writes bytes unchanged. */
  readonly raw: (bytes: Uint8Array) => void;
  readonly byte: (byte: number) => void;
  readonly integer: (value: number) => void;
  /** Writes bytes copied from a document in which `page` is in effect after them. */
  readonly copied: (bytes: Uint8Array, page: number) => void;
  /** A copy of the bytes written. */
  readonly bytes: () => Uint8Array;
  /** A copy of the bytes written from `start` on. */
  readonly bytesFrom: (start: number) => Uint8Array;
}

/** An empty writer that encodes strings with `codec`; `page` is the code page in effect at the start. */
export function wbxmlWriter(codec: TextCodec, page = 0, capacity = 1024): WbxmlWriter {
  const out = createGrowingBytes(capacity);
  let current = page;
  const asciiIsItself = codec.unit === 1 && codec.encode("A")?.[0] === 0x41;
  const terminator = new Uint8Array(codec.unit);

  const byte = (value: number): void => appendByte(out, value);
  const switchPage = (next: number): void => {
    byte(GlobalToken.SWITCH_PAGE);
    byte(next);
    current = next;
  };
  const integer = (value: number): void => {
    if (value < 0x80) byte(value);
    else for (const part of mbUint32(value)) byte(part);
  };
  const writeString = (token: number, bytes: Uint8Array | undefined): boolean => {
    if (bytes === undefined) return false;
    byte(token);
    append(out, bytes);
    append(out, terminator);
    return true;
  };
  return {
    length: () => out.length,
    page: () => current,
    tag: (tagPage, identity, bits) => {
      if (tagPage !== current) switchPage(tagPage);
      byte(identity | bits);
    },
    end: () => byte(GlobalToken.END),
    switchPage,
    text: (text, token = GlobalToken.STR_I) => {
      if (asciiIsItself && text.length <= SHORT && appendAsciiString(out, token, text)) return true;
      return !text.includes("\0") && writeString(token, codec.encode(text));
    },
    string: (token, bytes) => isOneString(bytes, codec.unit) && writeString(token, bytes),
    opaque: (bytes) => {
      byte(GlobalToken.OPAQUE);
      integer(bytes.length);
      append(out, bytes);
    },
    raw: (bytes) => append(out, bytes),
    byte,
    integer,
    copied: (bytes, pageBehind) => {
      append(out, bytes);
      current = pageBehind;
    },
    bytes: () => out.buffer.slice(0, out.length),
    bytesFrom: (start) => out.buffer.slice(start, out.length),
  };
}

/** Up to this length, copying characters one by one is faster than the platform's encoder. */
const SHORT = 64;

/**
 * Writes a string token with ASCII text, and its terminator. Returns false and appends nothing if a character
 * is not ASCII or is U+0000.
 */
function appendAsciiString(out: GrowingBytes, token: number, text: string): boolean {
  const size = text.length;
  reserve(out, size + 2);
  const { buffer, length } = out;
  for (let i = 0; i < size; i++) {
    const code = text.charCodeAt(i);
    if (code === 0 || code >= 0x80) return false;
    buffer[length + 1 + i] = code;
  }
  buffer[length] = token;
  buffer[length + 1 + size] = 0;
  out.length = length + size + 2;
  return true;
}

/** Whether bytes are complete code units (of the given size) and none of them is zero. */
function isOneString(bytes: Uint8Array, unit: number): boolean {
  if (bytes.length % unit !== 0) return false;
  for (let at = 0; at < bytes.length; at += unit)
    if (bytes.subarray(at, at + unit).every((byte) => byte === 0)) return false;
  return true;
}
