import { takeBefore } from "../../bytes/cut";
import type { ExchangeFolder } from "../../session/conversations";
import type { ItemCounts } from "../../session/syncSummary";
import type { ExchangeFailure } from "../../store/session";
import type { ConversationFacts, ListedExchange } from "../../store/sessionList";

/** A size in few characters: "245", "2.0k", "18k", "1.2M". */
export function writeSize(bytes: number): string {
  if (bytes < 1000) return String(bytes);
  const [value, unit] = bytes < 999_500 ? [bytes / 1000, "k"] : [bytes / 1_000_000, "M"];
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)}${unit}`;
}

/** A duration in few characters: "64 ms", "1.64 s", "8 min 4 s". */
export function writeDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (minutes < 60) return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** What happened to items: "+2 ~1 −3". */
export function writeItems({ added, changed, deleted }: ItemCounts): string {
  const words = [
    [added, "+"],
    [changed, "~"],
    [deleted, "−"],
  ] as const;
  return words.flatMap(([count, sign]) => (count === 0 ? [] : [`${sign}${count}`])).join(" ");
}

/** The time of day of the user's time zone: "09:41:02". */
export function writeTime(time: number): string {
  const date = new Date(time);
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}

/** So many folders are named; of more, the number is told. */
const MAX_NAMED = 2;

/** The folders of an exchange by their names, otherwise by their identifiers; "3 folders" if many. */
export function writeFolders(folders: readonly ExchangeFolder[]): string {
  if (folders.length > MAX_NAMED) return `${folders.length} folders`;
  return folders.map(({ id, name }) => name ?? `folder ${id}`).join(", ");
}

/** What an exchange is about: its folders, or what takes their place. */
export function writePlace({ exchange: { folders, summary } }: Pick<ListedExchange, "exchange">): string {
  return summary?.place ?? writeFolders(folders);
}

/** The names of an exchange's folders, if they are too many to be told in the row; otherwise "". */
export function writeAllFolders({ exchange: { folders } }: Pick<ListedExchange, "exchange">): string {
  return folders.length > MAX_NAMED ? folders.map(({ id, name }) => name ?? `folder ${id}`).join(", ") : "";
}

/** What failed: "3 InvalidSyncKey", "HTTP 503" where nothing more is known. */
export function writeFailure({ value, name }: ExchangeFailure): string {
  return name === "" ? `HTTP ${value}` : `${value} ${name}`;
}

/** What a conversation is called: its user and device, as far as they are known. */
export function writeConversation({ user, deviceType, deviceId, host }: ConversationFacts): string {
  const name = user === undefined ? undefined : takeBefore(user.slice(user.lastIndexOf("\\") + 1), "@");
  const words = [name, deviceType ?? deviceId].filter((word) => word !== undefined && word !== "");
  return words.length > 0 ? words.join(" · ") : (host ?? "Unknown device");
}

/** All that is known of who took part in a conversation. */
export function writeConversationFacts(facts: ConversationFacts): string {
  const { user, deviceType, deviceId, host, userAgents } = facts;
  return [user, deviceType, deviceId, ...userAgents, host]
    .filter((word) => word !== undefined && word !== "")
    .join(" · ");
}

/** The protocol versions of a conversation: "14.1", "12.1, 14.1"; "" if none is known. */
export function writeVersions({ versions }: ConversationFacts): string {
  return versions.join(", ");
}

/** The shortest and the longest duration that are told apart, in milliseconds. */
const [SHORTEST, LONGEST] = [10, 600_000];

/** How much of its lane the bar of a duration fills, 0 to 1: a tenfold time adds the same length. */
export function scaleDuration(milliseconds: number): number {
  const share = Math.log(Math.max(milliseconds, 1) / SHORTEST) / Math.log(LONGEST / SHORTEST);
  return Math.max(0.08, Math.min(1, share));
}
