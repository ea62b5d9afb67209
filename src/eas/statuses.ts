import { commandByName } from "./commands";
import type { Direction } from "./direction";
import { autodiscover } from "./statuses/autodiscover";
import { common } from "./statuses/common";
import { find } from "./statuses/find";
import { folderCreate, folderDelete, folderSync, folderUpdate } from "./statuses/folders";
import { itemOperations } from "./statuses/itemOperations";
import { meetingResponse, sendMail, smartForward, smartReply } from "./statuses/mail";
import { getItemEstimate, moveItems } from "./statuses/moving";
import { ping } from "./statuses/ping";
import { provision } from "./statuses/provision";
import { resolveRecipients } from "./statuses/resolveRecipients";
import { search } from "./statuses/search";
import { settings } from "./statuses/settings";
import type { StatusEntry } from "./statuses/status";
import { sync } from "./statuses/sync";
import { validateCert } from "./statuses/validateCert";

export type { StatusEntry } from "./statuses/status";

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

const commonVersions = new Map(
  common.flatMap(({ value, versions }) => (versions === undefined ? [] : [[value, versions] as const])),
);

/**
 * The command's own entries, and then those of the common ones that its own do not replace. A common value
 * has the same versions everywhere.
 */
function withCommon(own: readonly StatusEntry[]): readonly StatusEntry[] {
  const replaced = new Set(own.filter((entry) => entry.element === undefined).map((entry) => entry.value));
  const dated = own.map((entry): StatusEntry => {
    const versions = entry.versions ?? commonVersions.get(entry.value);
    return versions === undefined ? entry : { ...entry, versions };
  });
  return [...dated, ...common.filter((entry) => !replaced.has(entry.value))];
}

const byCommand = new Map(
  Object.entries(tables).map(([command, own]) => [command.toLowerCase(), withCommon(own)]),
);

/**
 * Every Status value that the command knows, in any case of letters: its own, in the order of its tables, and
 * then the common ones. Where the command says something of its own about a common value, that stands in
 * place of the common entry. A command that was dropped before there were common statuses, and whose answer
 * never has a Status, has none; an unknown command has the common ones.
 */
export function statuses(command: string): readonly StatusEntry[] {
  if (commandByName(command)?.until !== undefined) return [];
  return byCommand.get(command.toLowerCase()) ?? common;
}

/**
 * How well an entry fits a Status inside `element`: made for that parent, for any parent, for one that is not
 * known, or not at all.
 */
function fit(entry: StatusEntry, element: string | undefined): number {
  if (entry.element === undefined) return 2;
  if (element === undefined) return 1;
  return entry.element === element ? 3 : 0;
}

/**
 * The entry for one Status: `element` is its parent ("Settings:DeviceInformation"), where it is known. An
 * entry made for that parent comes before one for any parent. What the value means inside another parent is
 * given only where the parent is not known, and then for the first parent in the order of the tables.
 * `undefined` where the value is not known there.
 */
export function statusEntry(
  command: string,
  value: number,
  element?: string,
  direction: Direction = "response",
): StatusEntry | undefined {
  return statuses(command)
    .filter(
      (entry) =>
        entry.value === value && (entry.direction ?? "response") === direction && fit(entry, element) > 0,
    )
    .toSorted((a, b) => fit(b, element) - fit(a, element))[0];
}
