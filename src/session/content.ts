import { encodeXml } from "../document/encode";
import { easCodeSpace } from "../eas/codeSpace";
import type { Capture } from "../formats/format";

/**
 * What a message carries: the bytes of a payload, with the XML that it was written as where it came as that;
 * or a text that is no payload.
 */
export type MessageContent =
  | { readonly kind: "payload"; readonly bytes: Uint8Array; readonly xml?: string }
  | { readonly kind: "text"; readonly text: string };

const WBXML_TYPE = /vnd\.ms-sync|wap\.wbxml|octet-stream/;

/**
 * What a capture carries. XML is encoded, where it is EAS at all; a body of another type stays the text it
 * is.
 */
export function contentOfCapture({
  payload,
  contentType,
}: Pick<Capture, "payload" | "contentType">): MessageContent {
  if (contentType === undefined || WBXML_TYPE.test(contentType) || payload.length === 0)
    return { kind: "payload", bytes: payload };
  const text = new TextDecoder().decode(payload);
  return contentType.endsWith("xml") ? contentOfXml(text) : { kind: "text", text };
}

/**
 * XML of EAS is a payload, of no bytes where it can't be encoded yet. XML of other vocabularies is a text.
 */
export function contentOfXml(xml: string): MessageContent {
  const { bytes, problems } = encodeXml(xml, easCodeSpace);
  const isForeign = bytes.length === 0 && problems.some(({ code }) => code === "unknown-namespace");
  return isForeign ? { kind: "text", text: xml } : { kind: "payload", bytes, xml };
}
