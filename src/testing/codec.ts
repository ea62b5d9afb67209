import { type Encoding, encodeXml } from "../document/encode";
import { type LinkedDocument, openDocument } from "../document/open";
import { type Revision, reviseDocument } from "../document/revise/revise";
import { easCodeSpace } from "../eas/codeSpace";

/** Opens bytes as a linked document in the code space of EAS. */
export function decode(bytes: Uint8Array): LinkedDocument {
  return openDocument(bytes, easCodeSpace);
}

/** Encodes an XML text from scratch. */
export function encode(xml: string): Encoding {
  return encodeXml(xml, easCodeSpace);
}

/** The patches for an edited XML text. */
export function revise(document: LinkedDocument, xml: string): Revision {
  return reviseDocument(document, xml);
}
