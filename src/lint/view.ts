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
 * A message as rules see it: its elements by key, their values, and what is known about it. A node is a token
 * of its document.
 */
export interface MessageView extends ElementReader {
  readonly document: LinkedDocument;
  /** The text that text ranges and text fixes refer to: the one it was given as, or the document's. */
  readonly xml: string;
  /**
   * Whether the document's text is another one than `xml`: the bytes for a text can have another meaning than
   * it, as those for the text of damaged bytes.
   */
  readonly hasOtherText: boolean;
  /** Its index among the messages. */
  readonly index: number;
  readonly command: string | undefined;
  readonly direction: Direction | undefined;
  /** `undefined` if unknown. */
  readonly version: ProtocolVersion | undefined;
  /** False if its body is not among what was read, or is not a payload. */
  readonly isPayload: boolean;
  /** The HTTP status of a response, if it is known. */
  readonly httpStatus: number | undefined;
  /** The conversation that it belongs to; all messages without one belong together. */
  readonly conversation: string | undefined;
  readonly exchange: string | undefined;
  readonly context: LintContext;
  /** Problems of the XML that it was given as; `[]` for bytes. */
  readonly problems: readonly Problem[];
  /**
   * Whether it was given as XML and encoded here, so that its bytes do not show how its sender wrote opaque
   * data and empty elements.
   */
  readonly isFromXml: boolean;
  /** The root element, or -1. */
  readonly root: number;
}

const NO_CONTEXT: LintContext = { version: "unknown", folder: "unknown", product: "unknown" };

/** Opens a message for the rules. XML that can't be encoded gives an empty document and its problems. */
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
 * Like `viewMessage`, for a document that is already open. `problems` are those of the text it was encoded
 * from; `xml` is that text if the message was given only as XML.
 */
export function viewDocument(
  document: LinkedDocument,
  message: Omit<Message, "bytes" | "xml"> & { readonly isPayload?: boolean },
  index: number,
  context: Partial<LintContext>,
  problems: readonly Problem[],
  xml?: string,
): MessageView {
  const full = { ...NO_CONTEXT, ...context };
  let hasOtherText: boolean | undefined = xml === undefined || !isEncodable(problems) ? false : undefined;
  const isKnown = message.command !== undefined && message.direction !== undefined;
  const { command, direction } = messageContext({
    http: message,
    elements: isKnown ? undefined : inferContext(document),
  });
  return {
    ...readElements(document),
    document,
    get xml() {
      return xml ?? document.xml;
    },
    get hasOtherText() {
      return (hasOtherText ??= document.xml !== xml);
    },
    index,
    command,
    direction,
    httpStatus: message.httpStatus,
    isPayload: message.isPayload ?? true,
    conversation: message.conversation,
    exchange: message.exchange,
    version: message.version ?? (full.version === "unknown" ? undefined : full.version),
    context: full,
    problems,
    isFromXml: xml !== undefined,
    root: rootElement(document.tree.tokens),
  };
}
