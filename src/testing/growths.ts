import { toHex } from "../bytes/hex";
import { parseMailboxes } from "../eas/values/mailAddresses";
import { complete, decode, encode, explain, lint, readInput, revise } from "../index";
import { parseXml } from "../xml/parse";
import { encodeFrame, fromClient } from "./frames";

/** Something to run on inputs of one kind, whose steps must grow no faster than the input. */
export interface Growth {
  readonly name: string;
  /** An input of about this many characters. */
  readonly make: (size: number) => string;
  readonly run: (input: string) => unknown;
}

/** A piece repeated up to a size. */
export function repeatTo(size: number, piece: string): string {
  return piece.repeat(Math.ceil(size / piece.length));
}

/** Nested elements that each declare a prefix of their own. */
export function nestPrefixes(size: number): string {
  return Array.from({ length: Math.ceil(size / 24) }, (_, i) => `<a xmlns:p${i}="AirSync">`).join("");
}

function printBlock(title: string, bytes: Uint8Array): string {
  return `${title} (${bytes.length} bytes):\n0000  ${toHex(bytes)}\n`;
}

/** One frame of a connection, as tshark -x prints it, but in a single row. */
function printFrame(): string {
  return printBlock("Frame", encodeFrame(fromClient(1, "\u0017\u0003\u0003 secret")));
}

const MESSAGE = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n";
const SIZED = "HTTP/1.1 200 OK\r\nContent-Length: 3000\r\n\r\n";
const NESTED_COMMENT = '<p:Sync xmlns:p="AirSync"><p:Collections/></p:Sync>';

/** Each is an input that once took the square of its length, or a relative of one. */
export const growths: readonly Growth[] = [
  { name: "a stray closing tag", make: (size) => `</b><${"a".repeat(size)}`, run: (xml) => parseXml(xml) },
  { name: "tags without an end", make: (size) => repeatTo(size, "</b><a c='"), run: (xml) => parseXml(xml) },
  { name: "nested prefixes: parse", make: nestPrefixes, run: (xml) => parseXml(xml) },
  { name: "nested prefixes: encode", make: nestPrefixes, run: encode },
  { name: "nested prefixes: lint", make: nestPrefixes, run: (xml) => lint([{ xml }]) },
  {
    name: "nested prefixes: complete",
    make: nestPrefixes,
    run: (xml) => complete(`${xml}<`, xml.length + 1),
  },
  {
    name: "nested prefixes: revise",
    make: nestPrefixes,
    run: (xml) => revise(decode(encode(NESTED_COMMENT).bytes), xml),
  },
  {
    name: "siblings with a prefix that is not declared",
    make: (size) => `${"<a>".repeat(size / 10)}${repeatTo(size, "<x:c/>")}`,
    run: (xml) => parseXml(xml),
  },
  {
    name: "nested attributes with a prefix that is not declared",
    make: (size) => repeatTo(size, "<a x:b='1'>"),
    run: (xml) => parseXml(xml),
  },
  {
    name: "spaces in a mailbox",
    make: (size) => `x${" ".repeat(size)}=`,
    run: (text) => parseMailboxes(text),
  },
  {
    name: "comments in a mailbox",
    make: (size) => `${repeatTo(size, "(\\")}<a@b>`,
    run: (text) => parseMailboxes(text),
  },
  {
    name: "spaces in a recipient: explain",
    make: (size) => `<Email xmlns="AirSync"><To xmlns="Email">x${" ".repeat(size)}=</To></Email>`,
    run: (xml) => explain(decode(encode(xml).bytes), 10),
  },
  {
    name: "spaces in a reason phrase",
    make: (size) => `HTTP/1.1 200 a${" ".repeat(size)}\u00a0b\r\n\r\n`,
    run: (text) => readInput(text),
  },
  {
    name: "spaces in a request line",
    make: (size) => `POST /a${" ".repeat(size)}HTTP/1.1\r\n\r\n`,
    run: (text) => readInput(text),
  },
  { name: "status lines", make: (size) => repeatTo(size, "HTTP/1.1 200 "), run: (text) => readInput(text) },
  {
    name: "status lines, each a message",
    make: (size) => repeatTo(size, MESSAGE),
    run: (text) => readInput(text),
  },
  {
    name: "lengths that end in the same blank lines",
    make: (size) => `${repeatTo(size, SIZED)}${"\n".repeat(size)}`,
    run: (text) => readInput(text),
  },
  {
    name: "items of Burp without an end",
    make: (size) => `<items burpVersion="1">${repeatTo(size, "<item ")}`,
    run: (text) => readInput(text),
  },
  {
    name: "attributes of a Burp item",
    make: (size) =>
      `<items burpVersion="1"><item><request ${repeatTo(size, " <request a='1'")}</item></items>`,
    run: (text) => readInput(text),
  },
  {
    name: "packets of tshark without raw fields",
    make: (size) => `[${repeatTo(size, '{"_source":{"layers":{"tcp":{"tcp.payload":"03:01"}}}},')}null]`,
    run: (text) => readInput(text),
  },
  {
    name: "messages that are printed after frames which do not hold them",
    make: (size) => repeatTo(size, printFrame() + printBlock("Decrypted TLS", Uint8Array.of(1, 2, 3))),
    run: (text) => readInput(text),
  },
  {
    name: "rows of a dump without the bar of the first",
    make: (size) => `0000000 03 01 >..<\n0000002 6a 00 >j.<\n${repeatTo(size, "0000004 03 01\n")}`,
    run: (text) => readInput(text),
  },
  {
    name: "columns of a log that its lines do not have",
    make: (size) => `#Fields: ${repeatTo(size / 2, "a ")}cs-uri-stem\n${repeatTo(size / 2, "x\n")}`,
    run: (text) => readInput(text),
  },
  {
    name: "payloads in a row that end within lines",
    make: (size) => repeatTo(size, "03 01 6A 00 45 4B 03\n30 00 01 01 "),
    run: (text) => readInput(text),
  },
  {
    name: "requests, then their responses",
    make: (size) => repeatTo(size / 2, "GET /a HTTP/1.1\r\n\r\n") + repeatTo(size / 2, MESSAGE),
    run: (text) => readInput(text),
  },
];
