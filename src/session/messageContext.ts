import type { Direction } from "../eas/direction";
import type { FolderKind } from "../eas/folderKinds";
import type { Product } from "../eas/products";
import { isProtocolVersion, type ProtocolVersion } from "../eas/versions";

/** What the user specifies about a message beyond its bytes and HTTP; "auto" means to use those. */
export interface ChosenContext {
  readonly direction: Direction | "auto";
  readonly version: ProtocolVersion | "auto";
  readonly folder: FolderKind;
  readonly product: Product;
}

/** The context of a message for which nothing was specified. */
export const nothingChosen: ChosenContext = {
  direction: "auto",
  version: "auto",
  folder: "unknown",
  product: "unknown",
};

/** Where a fact about a message comes from; "conversation" is another message of its conversation. */
export type FactSource = "chosen" | "HTTP" | "elements" | "conversation" | "unknown";

/** Facts about a message, as far as one source has them. */
export interface MessageFacts {
  readonly command?: string | undefined;
  readonly direction?: Direction | undefined;
  readonly version?: string | undefined;
}

/** The sources of a message's context. Each may be missing. */
export interface ContextSources {
  /** What the user specified for this message. */
  readonly chosen?: ChosenContext | undefined;
  /** What came with the payload: from its HTTP message, from its log, or from a script. */
  readonly http?: MessageFacts | undefined;
  /** What its elements suggest, as read by `inferContext`. */
  readonly elements?: Pick<MessageFacts, "command" | "direction"> | undefined;
  /** What other messages of its conversation say about its folder and its server. */
  readonly conversation?: ConversationFacts | undefined;
}

/** Facts about a message that other messages of its conversation give. */
export interface ConversationFacts {
  readonly folder?: FolderKind | undefined;
  /** From a header of a response. */
  readonly product?: Product | undefined;
}

/** What is known about a message, and the source of each fact. */
export interface MessageContext {
  readonly command: string | undefined;
  readonly commandFrom: FactSource;
  readonly direction: Direction | undefined;
  readonly directionFrom: FactSource;
  readonly version: ProtocolVersion | undefined;
  readonly versionFrom: FactSource;
  readonly folder: FolderKind;
  readonly folderFrom: FactSource;
  readonly product: Product;
  readonly productFrom: FactSource;
}

/**
 * Combines what is known about a message: each fact as the user chose it, otherwise from HTTP, otherwise from
 * the elements or the conversation. An invalid protocol version counts as missing. Elements never determine a
 * version, because most payloads fit several.
 */
export function messageContext({
  chosen = nothingChosen,
  http,
  elements,
  conversation,
}: ContextSources): MessageContext {
  const [command, commandFrom] = firstKnown<string>([
    [http?.command, "HTTP"],
    [elements?.command, "elements"],
  ]);
  const [direction, directionFrom] = firstKnown<Direction>([
    [chosen.direction === "auto" ? undefined : chosen.direction, "chosen"],
    [http?.direction, "HTTP"],
    [elements?.direction, "elements"],
  ]);
  const [version, versionFrom] = firstKnown<ProtocolVersion>([
    [chosen.version === "auto" ? undefined : chosen.version, "chosen"],
    [protocolVersion(http?.version), "HTTP"],
  ]);
  const [folder = "unknown", folderFrom] = firstKnown<FolderKind>([
    [dropUnknown(chosen.folder), "chosen"],
    [dropUnknown(conversation?.folder), "conversation"],
  ]);
  const [product = "unknown", productFrom] = firstKnown<Product>([
    [dropUnknown(chosen.product), "chosen"],
    [dropUnknown(conversation?.product), "HTTP"],
  ]);
  return {
    command,
    commandFrom,
    direction,
    directionFrom,
    version,
    versionFrom,
    folder,
    folderFrom,
    product,
    productFrom,
  };
}

function dropUnknown<T extends string>(value: T | undefined): T | undefined {
  return value === "unknown" ? undefined : value;
}

type Answer<T> = readonly [value: T | undefined, from: FactSource];

function firstKnown<T>(answers: readonly Answer<T>[]): Answer<T> {
  return answers.find(([value]) => value !== undefined) ?? [undefined, "unknown"];
}

function protocolVersion(text: string | undefined): ProtocolVersion | undefined {
  return text !== undefined && isProtocolVersion(text) ? text : undefined;
}

/** The known facts of a context, for functions that take them as optional. */
export interface KnownFacts {
  readonly command?: string;
  readonly direction?: Direction;
  readonly version?: ProtocolVersion;
}

/** The command, direction and version of a context, without unknown facts. */
export function pickKnownFacts({ command, direction, version }: MessageContext): KnownFacts {
  return {
    ...(command !== undefined && { command }),
    ...(direction !== undefined && { direction }),
    ...(version !== undefined && { version }),
  };
}
