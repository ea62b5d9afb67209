import { bisect } from "../../bytes/bisect";
import { nodeAtByte } from "../../document/locate";
import type { LinkedDocument } from "../../document/open";
import { hasWholeText } from "../../document/size";
import { findElementByKey } from "../../eas/catalogue";
import { readElements } from "../../session/elements";
import { tagNumber } from "../../wbxml/codeSpace";
import { behindNode, parentOf } from "../../wbxml/tokenTable";
import { tagNumberAt } from "../../wbxml/tree";

/** The elements that hold the body of an item, or what is fetched of one. */
const BODY_KEYS: readonly string[] = [
  "AirSyncBase:Body",
  "AirSyncBase:BodyPart",
  "Email:MIMEData",
  "Email:Body",
  "Calendar:Body",
  "Contacts:Body",
  "Tasks:Body",
  "ComposeMail:Mime",
  "ItemOperations:Data",
  "ItemOperations:Part",
];

/** In a large payload, no more tokens than this are read from the start of each element. */
const MAX_READ = 20_000;

/** The bodies of a payload around a place. */
export interface FoundBodies {
  /** The element of the body to show; `undefined` if none was found. */
  readonly shown: number | undefined;
  /** The elements of all bodies, in order; `undefined` for a large payload, which is not read for them. */
  readonly all: readonly number[] | undefined;
}

/**
 * Finds the body of the item around a byte offset: the first one in the smallest element that contains the
 * offset and a body. If there is none, or no offset, finds the first body of the payload; of a large payload,
 * none.
 */
export function findBodies(document: LinkedDocument, offset: number | undefined): FoundBodies {
  const node = offset === undefined ? -1 : nodeAtByte(document, offset);
  if (!hasWholeText(document)) return { shown: findUpward(document, node, readForBody), all: undefined };
  const all = listBodies(document);
  const findListed: FindBody = (_, from, end) => {
    const first = all[bisect(all.length, (index) => (all[index] ?? 0) >= from)];
    return first !== undefined && first < end ? first : undefined;
  };
  return { shown: findUpward(document, node, findListed) ?? all[0], all };
}

/** Finds the first body among the tokens from `from` to `end`. */
type FindBody = (document: LinkedDocument, from: number, end: number) => number | undefined;

function findUpward(document: LinkedDocument, node: number, find: FindBody): number | undefined {
  const { tokens } = document.tree;
  for (let around = node; around >= 0; around = parentOf(tokens, around)) {
    const found = find(document, around, behindNode(tokens, around));
    if (found !== undefined) return found;
  }
  return undefined;
}

const readForBody: FindBody = (document, from, end) => {
  const { tokens } = document.tree;
  const wanted = new Set(BODY_KEYS.map(findTagNumber));
  for (let token = from; token < Math.min(end, from + MAX_READ); token++)
    if (wanted.has(tagNumberAt(tokens, token)) && isBody(document, token)) return token;
  return undefined;
};

function findTagNumber(key: string): number | undefined {
  const entry = findElementByKey(key);
  return entry && tagNumber(entry.page, entry.token);
}

function listBodies(document: LinkedDocument): readonly number[] {
  const { all } = readElements(document);
  return BODY_KEYS.flatMap(all)
    .filter((node) => isBody(document, node))
    .toSorted((one, other) => one - other);
}

/** Whether an element is a body of its own, not what a body consists of. */
function isBody(document: LinkedDocument, node: number): boolean {
  const { key, parent } = readElements(document);
  return key(node) !== "ItemOperations:Part" || !isHolder(key(parent(node)));
}

/** Whether an element holds a body together with facts about it. */
export function isHolder(key: string | undefined): boolean {
  return key === "AirSyncBase:Body" || key === "AirSyncBase:BodyPart";
}
