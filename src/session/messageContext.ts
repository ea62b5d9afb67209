import type { Direction } from "../eas/direction";
import type { FolderKind } from "../eas/folderKinds";
import type { Product } from "../eas/products";
import { isProtocolVersion, type ProtocolVersion } from "../eas/versions";

/** What a person says of a message that its bytes and HTTP do not; "auto" leaves it to them. */
export interface ChosenContext {
  readonly direction: Direction | "auto";
  readonly version: ProtocolVersion | "auto";
  readonly folder: FolderKind;
  readonly product: Product;
}

/** The context of a message of which nobody has said anything. */
export const nothingChosen: ChosenContext = {
  direction: "auto",
  version: "auto",
  folder: "unknown",
  product: "unknown",
};

/** Where a fact about a message comes from. */
export type FactSource = "chosen" | "HTTP" | "elements" | "unknown";

/** Facts about a message, as far as one source has them. */
export interface MessageFacts {
  readonly command?: string | undefined;
  readonly direction?: Direction | undefined;
  readonly version?: string | undefined;
}

/** What a message's context is made of. Any of it may be missing. */
export interface ContextSources {
  /** What the person said of this message. */
  readonly chosen?: ChosenContext | undefined;
  /** What came with the payload: its HTTP message, the log it was in, or what a script says of it. */
  readonly http?: MessageFacts | undefined;
  /** What its elements point to, which `inferContext` reads. */
  readonly elements?: Pick<MessageFacts, "command" | "direction"> | undefined;
}

/** What is known of a message, and where each fact comes from. */
export interface MessageContext {
  readonly command: string | undefined;
  readonly commandFrom: FactSource;
  readonly direction: Direction | undefined;
  readonly directionFrom: FactSource;
  readonly version: ProtocolVersion | undefined;
  readonly versionFrom: FactSource;
  readonly folder: FolderKind;
  readonly product: Product;
}

/**
 * What is known of a message: each fact as the person chose it, else as HTTP has it, else as the elements
 * have it. A version that is no protocol version counts as missing. Elements never give a version, because
 * most payloads fit several.
 */
export function messageContext({ chosen = nothingChosen, http, elements }: ContextSources): MessageContext {
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
  const { folder, product } = chosen;
  return { command, commandFrom, direction, directionFrom, version, versionFrom, folder, product };
}

type Answer<T> = readonly [value: T | undefined, from: FactSource];

function firstKnown<T>(answers: readonly Answer<T>[]): Answer<T> {
  return answers.find(([value]) => value !== undefined) ?? [undefined, "unknown"];
}

function protocolVersion(text: string | undefined): ProtocolVersion | undefined {
  return text !== undefined && isProtocolVersion(text) ? text : undefined;
}

/** The facts of a context that are known, for what takes them as optional. */
export interface KnownFacts {
  readonly command?: string;
  readonly direction?: Direction;
  readonly version?: ProtocolVersion;
}

/** Command, direction and version of a context, without those that are not known. */
export function pickKnownFacts({ command, direction, version }: MessageContext): KnownFacts {
  return {
    ...(command !== undefined && { command }),
    ...(direction !== undefined && { direction }),
    ...(version !== undefined && { version }),
  };
}
