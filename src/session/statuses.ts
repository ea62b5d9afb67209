import { elements } from "../eas/catalogue";
import { findStatus, isCommandStatus, type StatusEntry } from "../eas/statuses/statuses";
import { isProtocolVersion } from "../eas/versions";
import { readElements } from "./elements";
import type { SessionMessage } from "./messages";

/** A Status element with the result of a command or of a part of it. */
export interface StatusElement {
  readonly node: number;
  readonly value: number;
  /** Its entry; `undefined` for a number that is not known at its place. */
  readonly entry: StatusEntry | undefined;
}

const STATUS_KEYS = elements()
  .filter(isCommandStatus)
  .map(({ key }) => key);

/**
 * Lists the command statuses of a message whose values are numbers, in order; `[]` where the command is not
 * known.
 */
export function listStatusElements({
  document,
  command,
  direction,
  version,
}: SessionMessage): readonly StatusElement[] {
  if (command === undefined) return [];
  const { all, key, parent, text } = readElements(document);
  const statuses: StatusElement[] = [];
  const known = version !== undefined && isProtocolVersion(version) ? version : undefined;
  for (const node of STATUS_KEYS.flatMap((one) => all(one)).toSorted((one, other) => one - other)) {
    const value = text(node)?.trim() ?? "";
    if (!/^\d{1,9}$/.test(value)) continue;
    const place = { command, parent: key(parent(node)), direction, version: known };
    statuses.push({ node, value: Number(value), entry: findStatus(place, value) });
  }
  return statuses;
}
