import { encodeXml } from "../document/encode";
import { easCodeSpace } from "../eas/codeSpace";
import type { Capture } from "../formats/format";

/**
 * The content of a message: either the bytes of a payload (with the XML they were encoded from, if it arrived
 * as XML), or text that is not a payload.
 */
export type MessageContent =
  | { readonly kind: "payload"; readonly bytes: Uint8Array; readonly xml?: string }
  | { readonly kind: "text"; readonly text: string };

/** Whether the input contains the body of a message; a line of an access log, for example, does not. */
export function isBodyKnown({ problems }: Pick<Capture, "problems">): boolean {
  return !problems.some(({ code }) => code === "no-body" || code === "body-missing");
}

const WBXML_TYPE = /vnd\.ms-sync|wap\.wbxml|octet-stream/;

/** Whether a body of a media type can be a payload: WBXML, XML, or of an unknown type. */
export function mayBePayload(contentType: string | undefined): boolean {
  return contentType === undefined || WBXML_TYPE.test(contentType) || contentType.endsWith("xml");
}

/** Returns the content of a capture. EAS XML is encoded; a body of any other type stays text. */
export function readCaptureContent({
  payload,
  contentType,
}: {
  readonly payload: Uint8Array;
  readonly contentType?: string | undefined;
}): MessageContent {
  if (contentType === undefined || WBXML_TYPE.test(contentType) || payload.length === 0)
    return { kind: "payload", bytes: payload };
  const text = new TextDecoder().decode(payload);
  return contentType.endsWith("xml") ? readXmlContent(text) : { kind: "text", text };
}

/**
 * Returns the content of an XML text. EAS XML is a payload, with no bytes while it cannot be encoded; XML of
 * any other vocabulary is text.
 */
export function readXmlContent(xml: string): MessageContent {
  const { bytes, problems } = encodeXml(xml, easCodeSpace);
  const isForeign = bytes.length === 0 && problems.some(({ code }) => code === "unknown-namespace");
  return isForeign ? { kind: "text", text: xml } : { kind: "payload", bytes, xml };
}
