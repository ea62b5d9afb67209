import { type Encoding, encodeXml } from "../document/encode";
import { type LinkedDocument, openDocument } from "../document/open";
import { type Revision, reviseDocument } from "../document/revise/revise";
import { easCodeSpace } from "../eas/codeSpace";

/** Bytes → linked document in the code space of EAS. */
export function decode(bytes: Uint8Array): LinkedDocument {
  return openDocument(bytes, easCodeSpace);
}

/** XML text → bytes from nothing. */
export function encode(xml: string): Encoding {
  return encodeXml(xml, easCodeSpace);
}

/** Edited XML text → patches. */
export function revise(document: LinkedDocument, xml: string): Revision {
  return reviseDocument(document, xml);
}
