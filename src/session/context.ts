import type { LinkedDocument } from "../document/open";
import { type ElementEntry, elementOfTagNumber } from "../eas/catalogue";
import { commands } from "../eas/commands";
import type { Direction } from "../eas/direction";
import { isCommandStatus } from "../eas/statuses/statuses";
import { type ProtocolVersion, protocolVersions } from "../eas/versions";
import { parentOf } from "../wbxml/tokenTable";
import { rootElement, tagNumberAt } from "../wbxml/tree";
import { type ElementReader, readElements } from "./elements";

/** What a payload is part of, as far as its bytes tell. */
export interface Inferred {
  readonly command: string | undefined;
  /** `undefined` where its elements fit both, or neither more than the other. */
  readonly direction: Direction | undefined;
  /** The protocol versions that know every tag of it; empty where no single one does. */
  readonly versions: readonly ProtocolVersion[];
}

const MOST_LOOKED_AT = 2000;

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
  const key = readElements(document).key(rootElement(document.tree.tokens));
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
  const elements = readElements(document);
  let direction: Direction | undefined;
  let isAsked = false;
  for (let token = 0; token < Math.min(tokens.count, MOST_LOOKED_AT); token++) {
    const key = elements.key(token) ?? "";
    const holder = FRAME_TELLS.has(key) ? elements.key(parentOf(tokens, token)) : undefined;
    if (holder !== undefined && FRAME.has(holder)) {
      if (ONLY_IN_RESPONSES.has(key)) return "response";
      isAsked = true;
    }
    if (key === "AirSync:Collection") direction ??= "request";
    if (key === "AirSync:Add" && isNamedByServer(elements, token)) direction = "response";
  }
  return isAsked ? "request" : direction;
}

/** Whether an Add has the server's name for the item, and none by the client. */
function isNamedByServer({ child }: ElementReader, add: number): boolean {
  return child(add, "AirSync:ServerId") >= 0 && child(add, "AirSync:ClientId") < 0;
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
  const elements = readElements(document);
  const votes = { request: 0, response: 0 };
  for (let token = 0; token < Math.min(tokens.count, MOST_LOOKED_AT); token++) {
    const element = elements.entry(token);
    if (element === undefined) continue;
    const parent = elements.key(parentOf(tokens, token));
    const here = element.places.filter((place) => place.command === command && place.parent === parent);
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
    const number = tagNumberAt(tokens, token);
    if (number < 0) continue;
    if (!seen.has(number)) {
      seen.add(number);
      const element = elementOfTagNumber(number);
      narrow(element?.versions);
      const values = element === undefined ? undefined : limitedValues(element);
      if (values !== undefined && values.size > 0) valued.set(number, values);
    }
    const values = valued.get(number);
    if (values !== undefined && parentOf(tokens, token + 1) === token)
      narrow(values.get(document.tree.text(token + 1) ?? ""));
  }
  return known;
}

/**
 * The values of an element that fewer versions have than the element itself, with these versions. The values
 * of a Status differ from place to place; one that has different versions in different places is not limited.
 */
function limitedValues(element: ElementEntry): ReadonlyMap<string, readonly ProtocolVersion[]> {
  const { values = [], meanings } = element;
  const elsewhere = isCommandStatus(element) ? meanings.flatMap((meaning) => meaning.values ?? []) : [];
  const known = new Map<string, readonly ProtocolVersion[]>();
  for (const { value, versions = element.versions } of [...values, ...elsewhere]) {
    const others = known.get(value) ?? versions;
    known.set(value, String(others) === String(versions) ? versions : element.versions);
  }
  return new Map([...known].filter(([, versions]) => versions.length < element.versions.length));
}
