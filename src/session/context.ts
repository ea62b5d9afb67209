import type { LinkedDocument } from "../document/open";
import { elementOfTag } from "../eas/catalogue";
import { commands } from "../eas/commands";
import type { Direction } from "../eas/elements/element";
import { type ProtocolVersion, protocolVersions } from "../eas/versions";
import { kindOf, pageOf, parentOf, TokenKind } from "../wbxml/tokenTable";
import { tagIdentity } from "../wbxml/tree";

/** What a payload is part of, as far as its bytes tell. */
export interface Inferred {
  readonly command: string | undefined;
  /** `undefined` where its elements fit both, or neither more than the other. */
  readonly direction: Direction | undefined;
  /** The protocol versions that know every tag of it; empty where no single one does. */
  readonly versions: readonly ProtocolVersion[];
}

const MOST_LOOKED_AT = 2000;

/** "AirSync:Sync" of an element; `undefined` for a tag without a name. */
export function keyOfNode(document: LinkedDocument, node: number): string | undefined {
  const { tokens } = document.tree;
  if (kindOf(tokens, node) !== TokenKind.Tag) return undefined;
  const element = elementOfTag(pageOf(tokens, node), tagIdentity(tokens, node));
  return element?.key;
}

/** The text of an element's child of a key; `undefined` where it has none, or one without text. */
export function childText(document: LinkedDocument, node: number, key: string): string | undefined {
  const { tree } = document;
  const child = tree.children(node).find((inside) => keyOfNode(document, inside) === key);
  const [leaf] = child === undefined ? [] : tree.children(child);
  return leaf === undefined ? undefined : tree.text(leaf);
}

const CLASS_HOLDERS = new Set([
  "AirSync:Add",
  "AirSync:Change",
  "AirSync:Delete",
  "AirSync:Fetch",
  "AirSync:Collection",
  "AirSync:Options",
]);

/**
 * The class of the item that a node belongs to ("SMS", "Email" …), as the nearest Class around it says;
 * `undefined` where none does.
 */
export function itemClassAt(document: LinkedDocument, node: number): string | undefined {
  for (let holder = node; holder >= 0; holder = parentOf(document.tree.tokens, holder)) {
    if (!CLASS_HOLDERS.has(keyOfNode(document, holder) ?? "")) continue;
    const named = childText(document, holder, "AirSync:Class");
    if (named !== undefined) return named;
  }
  return undefined;
}

const inferred = new WeakMap<LinkedDocument, Inferred>();

/**
 * What command, direction and versions a payload's root, elements and places point to. Worked out once for
 * each document.
 */
export function inferContext(document: LinkedDocument): Inferred {
  const known = inferred.get(document) ?? infer(document);
  inferred.set(document, known);
  return known;
}

function infer(document: LinkedDocument): Inferred {
  const { tokens } = document.tree;
  const root = document.tree.roots().find((node) => kindOf(tokens, node) === TokenKind.Tag) ?? -1;
  const key = keyOfNode(document, root);
  const command = commands.find(
    ({ request, response }) => key !== undefined && (request === key || response === key),
  );
  let versions: readonly ProtocolVersion[] | undefined;
  return {
    command: command?.name,
    direction: command && directionOf(document, command.name),
    get versions() {
      return (versions ??= versionsOf(document)); // reads the whole payload, and not everybody asks
    },
  };
}

/**
 * What the frame of a Sync message says, so that data of the other direction in its items does not turn it
 * round: Status in Sync or in a Collection, or what else only a response has there; what only a request has;
 * where there is neither, whether new items come with the server's name for them or the client's [MS-ASCMD
 * 2.2.1.21]. `undefined` where it has no Collection.
 */
function directionOfSync(document: LinkedDocument): Direction | undefined {
  const { tokens } = document.tree;
  let direction: Direction | undefined;
  let isAsked = false;
  for (let token = 0; token < Math.min(tokens.count, MOST_LOOKED_AT); token++) {
    const key = keyOfNode(document, token) ?? "";
    const holder = FRAME_TELLS.has(key) ? keyOfNode(document, parentOf(tokens, token)) : undefined;
    if (holder !== undefined && FRAME.has(holder)) {
      if (ONLY_IN_RESPONSES.has(key)) return "response";
      isAsked = true;
    }
    if (key === "AirSync:Collection") direction ??= "request";
    if (key === "AirSync:Add" && isNamedByServer(document, token)) direction = "response";
  }
  return isAsked ? "request" : direction;
}

/** Whether an Add has the server's name for the item, and none by the client. */
function isNamedByServer(document: LinkedDocument, add: number): boolean {
  const keys = new Set(document.tree.children(add).map((child) => keyOfNode(document, child)));
  return keys.has("AirSync:ServerId") && !keys.has("AirSync:ClientId");
}

function airsync(names: string): ReadonlySet<string> {
  return new Set(names.split(" ").map((name) => `AirSync:${name}`));
}

const FRAME = airsync("Sync Collection Commands");
const ONLY_IN_RESPONSES = airsync("Status Responses MoreAvailable SoftDelete Limit");
const ONLY_IN_REQUESTS = airsync(
  "Options Supported DeletesAsMoves GetChanges WindowSize ConversationMode Wait HeartbeatInterval Partial",
);
const FRAME_TELLS: ReadonlySet<string> = new Set([...ONLY_IN_RESPONSES, ...ONLY_IN_REQUESTS]);

/** Each element votes for a direction in which its parent may hold it; the one with more votes wins. */
function directionOf(document: LinkedDocument, command: string): Direction | undefined {
  const sync = command === "Sync" ? directionOfSync(document) : undefined;
  if (sync !== undefined) return sync;
  const { tokens } = document.tree;
  const votes = { request: 0, response: 0 };
  for (let token = 0; token < Math.min(tokens.count, MOST_LOOKED_AT); token++) {
    if (kindOf(tokens, token) !== TokenKind.Tag) continue;
    const element = elementOfTag(pageOf(tokens, token), tagIdentity(tokens, token));
    const parent = keyOfNode(document, parentOf(tokens, token));
    const here =
      element?.places.filter((place) => place.command === command && place.parent === parent) ?? [];
    for (const direction of new Set(here.map((place) => place.direction))) votes[direction]++;
  }
  if (votes.request === votes.response) return undefined;
  return votes.request > votes.response ? "request" : "response";
}

/** The protocol versions that know every tag and every value of an enumeration that the payload has. */
function versionsOf(document: LinkedDocument): readonly ProtocolVersion[] {
  const { tokens } = document.tree;
  let known: readonly ProtocolVersion[] = protocolVersions;
  const seen = new Set<number>();
  const valued = new Map<number, ReadonlyMap<string, readonly ProtocolVersion[]>>();
  const narrow = (versions: readonly ProtocolVersion[] | undefined): void => {
    if (versions !== undefined) known = known.filter((version) => versions.includes(version));
  };
  for (let token = 0; token < tokens.count; token++) {
    if (kindOf(tokens, token) !== TokenKind.Tag) continue;
    const key = pageOf(tokens, token) * 64 + tagIdentity(tokens, token);
    if (!seen.has(key)) {
      seen.add(key);
      const element = elementOfTag(key >> 6, key & 63);
      narrow(element?.versions);
      const values =
        element?.values?.flatMap(({ value, versions }) =>
          versions === undefined ? [] : [[value, versions] as const],
        ) ?? [];
      if (values.length > 0) valued.set(key, new Map(values));
    }
    const values = valued.get(key);
    if (values !== undefined && parentOf(tokens, token + 1) === token)
      narrow(values.get(document.tree.text(token + 1) ?? ""));
  }
  return known;
}
