import type { LinkedDocument } from "../document/open";
import type { ElementEntry } from "../eas/catalogue";
import type { Direction } from "../eas/direction";
import type { Place } from "../eas/elements/element";
import { type ProtocolVersion, protocolVersions } from "../eas/versions";
import { isElement, parentOf } from "../wbxml/tokenTable";
import { tagNumberAt } from "../wbxml/tree";
import { findLimitedValues, inferContext } from "./context";
import { readElements } from "./elements";

/** The command and direction of a message, as far as they are known. */
export interface MessageKind {
  readonly command: string | undefined;
  readonly direction: Direction | undefined;
}

/** Lists the places where an element may be in a message of a kind. */
export function listPlaces({ command, direction }: MessageKind, { places }: ElementEntry): readonly Place[] {
  return places.filter(
    (place) => place.command === command && (direction === undefined || place.direction === direction),
  );
}

/** Lists the versions that allow an element inside a holder: its own, or those of its places there. */
export function listVersionsInside(
  kind: MessageKind,
  holder: string | undefined,
  entry: ElementEntry,
): readonly ProtocolVersion[] {
  const here = listPlaces(kind, entry).filter(({ parent }) => parent === holder);
  if (here.length === 0 || here.some(({ versions }) => versions === undefined)) return entry.versions;
  return entry.versions.filter((version) => here.some(({ versions }) => versions?.includes(version)));
}

/** What in a payload a protocol version does not have. */
export interface VersionNeed {
  /** The versions that have all of it, oldest first; empty if there is no such version. */
  readonly versions: readonly ProtocolVersion[];
  /** What was added last, or removed first: "class SMS", "HeartbeatInterval"; `undefined` if not found. */
  readonly what: string | undefined;
  /** The versions that have that. */
  readonly whatVersions: readonly ProtocolVersion[];
}

/** One element or value that a version does not have. */
interface Lack {
  readonly what: string;
  readonly versions: readonly ProtocolVersion[];
  readonly isValue: boolean;
}

/** In a larger payload, an element that only its place limits can remain unnoticed. */
const MAX_TOKENS_EXAMINED = 100_000;

/**
 * What of a payload a version does not have, which makes it the wrong version for it; `undefined` if it has
 * everything.
 */
export function findVersionNeed(
  document: LinkedDocument,
  kind: MessageKind,
  version: ProtocolVersion,
): VersionNeed | undefined {
  const lacks = listLacks(document, kind, version);
  const inferred = inferContext(document).versions;
  if (lacks.length === 0 && (inferred.includes(version) || inferred.length === 0)) return undefined;
  const versions = inferred.filter((one) => lacks.every((lack) => lack.versions.includes(one)));
  const [worst] = lacks.toSorted(
    (a, b) => distance(b, version) - distance(a, version) || Number(b.isValue) - Number(a.isValue),
  );
  return { versions, what: worst?.what, whatVersions: worst?.versions ?? [] };
}

/** How many versions lie between one and the nearest that has what it lacks. */
function distance({ versions }: Lack, version: ProtocolVersion): number {
  const at = protocolVersions.indexOf(version);
  return versions.reduce<number>(
    (least, one) => Math.min(least, Math.abs(protocolVersions.indexOf(one) - at)),
    Number.POSITIVE_INFINITY,
  );
}

function listLacks(document: LinkedDocument, kind: MessageKind, version: ProtocolVersion): readonly Lack[] {
  const { tokens } = document.tree;
  const { entry, key, text } = readElements(document);
  const lacks = new Map<string, Lack>();
  const checks = new Map<number, ReturnType<typeof findLimitedValues>>();
  const add = (what: string, versions: readonly ProtocolVersion[], isValue: boolean): void => {
    if (versions.length > 0 && !versions.includes(version)) lacks.set(what, { what, versions, isValue });
  };
  for (let token = 0; token < Math.min(tokens.count, MAX_TOKENS_EXAMINED); token++) {
    const element = isElement(tokens, token) ? entry(token) : undefined;
    if (element === undefined) continue;
    const holder = parentOf(tokens, token);
    const versions = listVersionsInside(kind, key(holder), element);
    const isOfPlace = versions !== element.versions;
    add(isOfPlace ? `${element.name} in ${entry(holder)?.name}` : element.name, versions, false);
    const number = tagNumberAt(tokens, token);
    const values = checks.get(number) ?? findLimitedValues(element);
    checks.set(number, values);
    if (values.size === 0) continue;
    const value = text(token)?.trim() ?? "";
    add(nameValue(element, value), values.get(value) ?? [], true);
  }
  return [...lacks.values()];
}

function nameValue({ name }: ElementEntry, value: string): string {
  return name === "Class" ? `class ${value}` : `${name} ${value}`;
}
