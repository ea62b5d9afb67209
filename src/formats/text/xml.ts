import type { Contents, Format, Input } from "../format";
import { inputText } from "../inputText";
import { originIn, plainCapture } from "../plainCapture";
import { replacementCharacter } from "./problems";

const START = /^[\s\uFEFF]*(?:<\?xml\b|<\?wbxml\b|<!--|<!DOCTYPE\b|<[A-Za-z_][\w.:-]*(?:\s[^<>]*)?\/?>)/i;
const HTML = /^[\s\uFEFF]*(?:<!DOCTYPE html|<html\b)/i;
const encoder = new TextEncoder();

function readXml(input: Input): Contents {
  const text = inputText(input);
  const lost = text.indexOf("\uFFFD");
  const problems = lost < 0 ? [] : [replacementCharacter(lost, lost + 1)];
  const payload = encoder.encode(text.startsWith("\uFEFF") ? text.slice(1) : text);
  return {
    captures: [
      plainCapture(payload, "XML", originIn(input, 0, text.length), {
        contentType: "application/xml",
        problems,
      }),
    ],
    problems: [],
  };
}

/**
 * Text that is XML, for the encoder: one capture whose payload is the text in UTF-8, of type application/xml.
 */
export const xml: Format = {
  id: "xml",
  title: "XML",
  recognise: ({ text = "" }) => {
    const head = text.slice(0, 4096);
    // Node prints a Buffer like this
    if (!START.test(head) || /^\s*<Buffer(?:\s[0-9a-f]{2})+[\s>]/.test(head)) return undefined;
    return HTML.test(head)
      ? { confidence: 0.3, why: "starts like an HTML page" }
      : { confidence: 0.9, why: "starts like an XML document" };
  },
  read: readXml,
};
