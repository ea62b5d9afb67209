import { encodeXml } from "../document/encode";
import { type LinkedDocument, openDocument } from "../document/open";
import { isEncodable, type Problem } from "../document/problem";
import { easCodeSpace } from "../eas/codeSpace";
import type { Direction } from "../eas/direction";
import type { ProtocolVersion } from "../eas/versions";
import { inferContext } from "../session/context";
import { type ElementReader, readElements } from "../session/elements";
import { messageContext } from "../session/messageContext";
import { rootElement } from "../wbxml/tree";
import type { LintContext, Message } from "./message";

/**
 * One message as rules see it: its elements by key, their values, and what is known of it. A node is a token
 * of its document.
 */
export interface MessageView extends ElementReader {
  readonly document: LinkedDocument;
  /**
   * The text that text ranges and text fixes are about: the document's, or that which could not be encoded.
   */
  readonly xml: string;
  /** Its place among the messages, from 0. */
  readonly index: number;
  readonly command: string | undefined;
  readonly direction: Direction | undefined;
  /** `undefined` where nobody knows it. */
  readonly version: ProtocolVersion | undefined;
  readonly context: LintContext;
  /** Problems of the XML it was given as; `[]` for bytes. */
  readonly problems: readonly Problem[];
  /**
   * Whether it was given as XML, which does not show how its sender wrote opaque data and empty elements: the
   * bytes were made here.
   */
  readonly isFromXml: boolean;
  /** The root element, or -1. */
  readonly root: number;
}

const NO_CONTEXT: LintContext = { version: "unknown", folder: "unknown", product: "unknown" };

/**
 * A message opened for rules to look at. XML that can't be encoded gives an empty document, and its problems.
 */
export function viewMessage(
  message: Message,
  index: number,
  context: Partial<LintContext> = {},
): MessageView {
  const { bytes, xml } = message;
  if (bytes !== undefined || xml === undefined) {
    return viewDocument(openDocument(bytes ?? new Uint8Array(0), easCodeSpace), message, index, context, []);
  }
  const encoded = encodeXml(xml, easCodeSpace);
  const document = openDocument(encoded.bytes, easCodeSpace, isEncodable(encoded.problems) ? xml : undefined);
  return viewDocument(document, message, index, context, encoded.problems, xml);
}

/**
 * The same for a document that is open already. `problems` are those of the text it was made from; `xml` that
 * text, where the message is known by it alone.
 */
export function viewDocument(
  document: LinkedDocument,
  message: Omit<Message, "bytes" | "xml">,
  index: number,
  context: Partial<LintContext>,
  problems: readonly Problem[],
  xml?: string,
): MessageView {
  const full = { ...NO_CONTEXT, ...context };
  const isKnown = message.command !== undefined && message.direction !== undefined;
  const { command, direction } = messageContext({
    http: message,
    elements: isKnown ? undefined : inferContext(document),
  });
  return {
    ...readElements(document),
    document,
    get xml() {
      return isEncodable(problems) ? document.xml : (xml ?? document.xml);
    },
    index,
    command,
    direction,
    version: message.version ?? (full.version === "unknown" ? undefined : full.version),
    context: full,
    problems,
    isFromXml: xml !== undefined,
    root: rootElement(document.tree.tokens),
  };
}
