import { findCommandByName } from "../commands";
import type { Direction } from "../direction";
import type { ProtocolVersion } from "../versions";
import { autodiscover } from "./autodiscover";
import { common } from "./common";
import { find } from "./find";
import { folderCreate } from "./folderCreate";
import { folderDelete } from "./folderDelete";
import { folderSync } from "./folderSync";
import { folderUpdate } from "./folderUpdate";
import { getItemEstimate } from "./getItemEstimate";
import { itemOperations } from "./itemOperations";
import { meetingResponse } from "./meetingResponse";
import { moveItems } from "./moveItems";
import { ping } from "./ping";
import { provision } from "./provision";
import { resolveRecipients } from "./resolveRecipients";
import { search } from "./search";
import { sendMail } from "./sendMail";
import { settings } from "./settings";
import { smartForward } from "./smartForward";
import { smartReply } from "./smartReply";
import type { StatusEntry } from "./status";
import { sync } from "./sync";
import { validateCert } from "./validateCert";

// The one table of Status values. Which text a Status gets is decided by its command, then by its parent, then
// by the direction: a parent with entries of its own has those and no others of the command; every other parent
// has the command's entries without a parent; to both, responses add the common ones that the command does not
// describe itself. So each value has one entry at each place, and everything that explains one asks here.

export type { StatusEntry, StatusOutcome } from "./status";

const tables: Readonly<Record<string, readonly StatusEntry[]>> = {
  Autodiscover: autodiscover,
  Sync: sync,
  SendMail: sendMail,
  SmartForward: smartForward,
  SmartReply: smartReply,
  FolderSync: folderSync,
  FolderCreate: folderCreate,
  FolderDelete: folderDelete,
  FolderUpdate: folderUpdate,
  MoveItems: moveItems,
  GetItemEstimate: getItemEstimate,
  MeetingResponse: meetingResponse,
  Search: search,
  Settings: settings,
  Ping: ping,
  ItemOperations: itemOperations,
  Provision: provision,
  ResolveRecipients: resolveRecipients,
  ValidateCert: validateCert,
  Find: find,
};

const commonVersions = new Map(common.map(({ value, versions }) => [value, versions]));

/** The entries with the versions of the common ones: a common value has the same versions everywhere. */
function withVersions(own: readonly StatusEntry[]): readonly StatusEntry[] {
  return own.map((entry) => {
    const versions = entry.versions ?? commonVersions.get(entry.value);
    return versions === undefined ? entry : { ...entry, versions };
  });
}

/** Adds the common entries whose value the command's own entries for any parent do not have. */
function addCommon(own: readonly StatusEntry[]): readonly StatusEntry[] {
  const replaced = new Set(own.filter(({ element }) => element === undefined).map(({ value }) => value));
  return [...own, ...common.filter(({ value }) => !replaced.has(value))];
}

const ownByCommand = new Map(
  Object.entries(tables).map(([command, own]) => [command.toLowerCase(), withVersions(own)]),
);
const allByCommand = new Map(Array.from(ownByCommand, ([command, own]) => [command, addCommon(own)]));

/**
 * Every Status value of a command, in any case of letters: its own, in the order of its tables, and then the
 * common ones. Where the command has a text of its own for a common value, that replaces the common entry. A
 * command that was dropped before there were common statuses, and whose response never has a Status, has none;
 * an unknown command has the common ones.
 */
export function statuses(command: string): readonly StatusEntry[] {
  if (findCommandByName(command)?.until !== undefined) return [];
  return allByCommand.get(command.toLowerCase()) ?? common;
}

/** Where a Status stands. */
export interface StatusPlace {
  /** "Sync", in any case of letters. */
  readonly command: string;
  /** The parent of the Status ("Settings:DeviceInformation"); where it is not known, the first that fits. */
  readonly parent?: string | undefined;
  /** Where it is not known, it is a response, unless a Status in this parent is always the client's. */
  readonly direction?: Direction | undefined;
  /** Where it is known, values that this version does not have are left out. */
  readonly version?: ProtocolVersion | undefined;
}

/** Whether an element is a Status with the result of a command; that of Email is the state of a flag. */
export function isCommandStatus({
  name,
  namespace,
}: {
  readonly name: string;
  readonly namespace: string;
}): boolean {
  return name === "Status" && namespace !== "Email";
}

/**
 * The values that the specification lists for a Status at a place, one entry each. For a command whose own
 * values are all above 100, such as SendMail, it lists the common ones [MS-ASCMD] 2.2.3.177.14.
 */
export function listOwnStatuses(place: StatusPlace): readonly StatusEntry[] {
  const own = findTable(place);
  return own.some(({ value }) => value <= 100) ? keepVersion(own, place) : listStatuses(place);
}

/**
 * The values that a Status can have at a place, one entry each, by number: those listed for it and the common
 * ones.
 */
export function listStatuses(place: StatusPlace): readonly StatusEntry[] {
  const own = findTable(place);
  const values = new Set(own.map(({ value }) => value));
  const shared = findDirection(place) === "response" ? listCommon(place.command) : [];
  const all = [...own, ...shared.filter(({ value }) => !values.has(value))];
  return keepVersion(
    all.toSorted((one, other) => one.value - other.value),
    place,
  );
}

/**
 * The one entry of a value (41 or "41") at a place; `undefined` where the value is not known there. What it
 * means in another parent does not count, unless the parent is not known.
 */
export function findStatus(place: StatusPlace, value: number | string): StatusEntry | undefined {
  const text = String(value).trim();
  return listStatuses(place).find((entry) => String(entry.value) === text);
}

/** The common values, each with the text that a command has of its own for it or with the common one. */
function listCommon(command: string): readonly StatusEntry[] {
  return statuses(command).filter(({ value, element }) => element === undefined && commonVersions.has(value));
}

function ownEntries({ command }: StatusPlace): readonly StatusEntry[] {
  return ownByCommand.get(command.toLowerCase()) ?? [];
}

function findDirection(place: StatusPlace): Direction {
  const here = ownEntries(place).filter(({ element }) => element !== undefined && element === place.parent);
  const isRequest = here.length > 0 && here.every(({ direction }) => direction === "request");
  return place.direction ?? (isRequest ? "request" : "response");
}

/** The command's own entries at a place, one for each value. */
function findTable(place: StatusPlace): readonly StatusEntry[] {
  const { parent } = place;
  const direction = findDirection(place);
  const entries = ownEntries(place).filter((entry) => (entry.direction ?? "response") === direction);
  const inParent = entries.filter(({ element }) => element !== undefined && element === parent);
  const inAny = entries.filter(({ element }) => element === undefined);
  if (parent !== undefined) return inParent.length > 0 ? inParent : inAny;
  const first = new Map([...inAny, ...entries].toReversed().map((entry) => [entry.value, entry]));
  return [...first.values()].toReversed();
}

function keepVersion(entries: readonly StatusEntry[], { version }: StatusPlace): readonly StatusEntry[] {
  return version === undefined
    ? entries
    : entries.filter(({ versions }) => versions === undefined || versions.includes(version));
}
