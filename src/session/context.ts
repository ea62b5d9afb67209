import type { LinkedDocument } from "../document/open";
import { type ElementEntry, findElementByKey, findElementByTagNumber } from "../eas/catalogue";
import { commands } from "../eas/commands";
import type { Direction } from "../eas/direction";
import { isCommandStatus } from "../eas/statuses/statuses";
import { type ProtocolVersion, protocolVersions } from "../eas/versions";
import { parentOf } from "../wbxml/tokenTable";
import { tagNumberAt } from "../wbxml/tree";
import { type ElementReader, readElements } from "./elements";

/** What the bytes of a payload reveal about the message it belongs to. */
export interface InferredContext {
  readonly command: string | undefined;
  /** `undefined` if the elements fit both directions, or neither better than the other. */
  readonly direction: Direction | undefined;
  /** The protocol versions that know every tag in the payload; empty if there is none. */
  readonly versions: readonly ProtocolVersion[];
}

const MAX_TOKENS_EXAMINED = 2000;

const contextCache = new WeakMap<LinkedDocument, InferredContext>();

/**
 * Infers the command, direction and versions of a payload from its root, its elements and their positions.
 * Computed once per document.
 */
export function inferContext(document: LinkedDocument): InferredContext {
  const known = contextCache.get(document) ?? infer(document);
  contextCache.set(document, known);
  return known;
}

/** Sets the context of a document that was inferred elsewhere, so that it isn't read again for it. */
export function knowContext(document: LinkedDocument, context: InferredContext): void {
  contextCache.set(document, context);
}

function infer(document: LinkedDocument): InferredContext {
  const key = readElements(document).key(document.tree.tokens.rootTag);
  const command = commands.find(
    ({ request, response }) => key !== undefined && (request === key || response === key),
  );
  let versions: readonly ProtocolVersion[] | undefined;
  return {
    command: command?.name,
    direction: command && inferDirection(document, command.name),
    get versions() {
      return (versions ??= inferVersions(document)); // reads the whole payload, so only on demand
    },
  };
}

/**
 * Infers the direction of a Sync message from its frame alone, so that stray data inside an item can't
 * reverse it. A Status in Sync or Collection, or any other element that only responses have there, means a
 * response; an element that only requests have there means a request. If there is neither, the direction
 * depends on whether new items have the server's identifier or the client's [MS-ASCMD 2.2.1.21]. `undefined`
 * if there is no Collection.
 */
function inferSyncDirection(document: LinkedDocument): Direction | undefined {
  const { tokens } = document.tree;
  const elements = readElements(document);
  let direction: Direction | undefined;
  let isRequestLike = false;
  for (let token = 0; token < Math.min(tokens.count, MAX_TOKENS_EXAMINED); token++) {
    const key = elements.key(token);
    const holder = DIRECTION_MARKERS.has(key) ? elements.key(parentOf(tokens, token)) : undefined;
    if (holder !== undefined && FRAME_PARENTS.has(holder)) {
      if (ONLY_IN_RESPONSES.has(key)) return "response";
      isRequestLike = true;
    }
    if (key === "AirSync:Collection") direction ??= "request";
    if (key === "AirSync:Add" && isNamedByServer(elements, token)) direction = "response";
  }
  return isRequestLike ? "request" : direction;
}

/** Whether an Add has a ServerId but no ClientId. */
function isNamedByServer({ child }: ElementReader, add: number): boolean {
  return child(add, "AirSync:ServerId") >= 0 && child(add, "AirSync:ClientId") < 0;
}

function toAirSyncKeys(names: string): ReadonlySet<string | undefined> {
  return new Set(names.split(" ").map((name) => `AirSync:${name}`));
}

const FRAME_PARENTS = toAirSyncKeys("Sync Collection Commands");
const ONLY_IN_RESPONSES = toAirSyncKeys("Status Responses MoreAvailable SoftDelete Limit");
const ONLY_IN_REQUESTS = toAirSyncKeys(
  "Options Supported DeletesAsMoves GetChanges WindowSize ConversationMode Wait HeartbeatInterval Partial",
);
const DIRECTION_MARKERS: ReadonlySet<string | undefined> = new Set([
  ...ONLY_IN_RESPONSES,
  ...ONLY_IN_REQUESTS,
]);

/**
 * Infers the direction by majority: each element counts for every direction in which its parent may contain
 * it.
 */
function inferDirection(document: LinkedDocument, command: string): Direction | undefined {
  const sync = command === "Sync" ? inferSyncDirection(document) : undefined;
  if (sync !== undefined) return sync;
  const { tokens } = document.tree;
  const elements = readElements(document);
  const votes = { request: 0, response: 0 };
  for (let token = 0; token < Math.min(tokens.count, MAX_TOKENS_EXAMINED); token++) {
    const element = elements.entry(token);
    if (element === undefined) continue;
    const parent = elements.key(parentOf(tokens, token));
    const places = element.places.filter((place) => place.command === command && place.parent === parent);
    for (const direction of new Set(places.map((place) => place.direction))) votes[direction]++;
  }
  if (votes.request === votes.response) return isStatusMissing(document, command) ? "request" : undefined;
  return votes.request > votes.response ? "request" : "response";
}

/** Whether a root with content has no Status where every response of the command has one. */
function isStatusMissing(document: LinkedDocument, command: string): boolean {
  const { tokens } = document.tree;
  const elements = readElements(document);
  const root = tokens.rootTag;
  const key = elements.key(root);
  const status = findElementByKey(`${elements.entry(root)?.namespace ?? ""}:Status`);
  const isRequired = status?.places.some(
    (place) =>
      place.command === command && place.direction === "response" && place.parent === key && place.min > 0,
  );
  return (
    isRequired === true && elements.children(root).length > 0 && elements.child(root, status?.key ?? "") < 0
  );
}

/** The protocol versions that know every tag in the payload, and every enumeration value. */
function inferVersions(document: LinkedDocument): readonly ProtocolVersion[] {
  const { tokens } = document.tree;
  let known: readonly ProtocolVersion[] = protocolVersions;
  const seen = new Set<number>();
  const versionsByValue = new Map<number, ReadonlyMap<string | undefined, readonly ProtocolVersion[]>>();
  const narrow = (versions: readonly ProtocolVersion[] | undefined): void => {
    if (versions !== undefined) known = known.filter((version) => versions.includes(version));
  };
  for (let token = 0; token < tokens.count; token++) {
    const number = tagNumberAt(tokens, token);
    if (number < 0) continue;
    if (!seen.has(number)) {
      seen.add(number);
      const element = findElementByTagNumber(number);
      narrow(element?.versions);
      const values = element === undefined ? undefined : findLimitedValues(element);
      if (values !== undefined && values.size > 0) versionsByValue.set(number, values);
    }
    const values = versionsByValue.get(number);
    if (values !== undefined && parentOf(tokens, token + 1) === token)
      narrow(values.get(document.tree.text(token + 1)));
  }
  return known;
}

/**
 * The values of an element that fewer versions support than the element itself, with these versions. The
 * values of a Status depend on its place; a value whose versions differ between places is not limited.
 */
export function findLimitedValues(element: ElementEntry): ReadonlyMap<string, readonly ProtocolVersion[]> {
  const { values = [], meanings } = element;
  const elsewhere = isCommandStatus(element) ? meanings.flatMap((meaning) => meaning.values ?? []) : [];
  const known = new Map<string, readonly ProtocolVersion[]>();
  for (const { value, versions = element.versions } of [...values, ...elsewhere]) {
    const others = known.get(value) ?? versions;
    known.set(value, String(others) === String(versions) ? versions : element.versions);
  }
  return new Map([...known].filter(([, versions]) => versions.length < element.versions.length));
}
