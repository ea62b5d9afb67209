import type { Direction } from "../../eas/direction";
import type { FolderKind } from "../../eas/folderKinds";
import type { Product } from "../../eas/products";
import { type ProtocolVersion, protocolVersions } from "../../eas/versions";
import type { ExchangeFolder } from "../../session/conversations";
import type { MessageContext } from "../../session/messageContext";
import type { VersionNeed } from "../../session/versionNeed";

/** The values that a fact of the context can be set to, with their titles, in the order of the choices. */
export type Options<T extends string> = readonly (readonly [value: T, title: string])[];

/** The kinds of folders that can be chosen. */
export const folderOptions: Options<Exclude<FolderKind, "unknown">> = [
  ["inbox", "Inbox"],
  ["outbox", "Outbox"],
  ["sent", "Sent Items"],
  ["drafts", "Drafts"],
  ["user-mail", "Other mail folder"],
  ["calendar", "Calendar"],
  ["contacts", "Contacts"],
  ["tasks", "Tasks"],
  ["notes", "Notes"],
];

/** The servers that can be chosen. */
export const productOptions: Options<Exclude<Product, "unknown">> = [
  ["exchange2010", "Exchange 2010"],
  ["exchange2010sp1", "Exchange 2010 SP1"],
  ["exchange2013", "Exchange 2013"],
  ["exchange2016", "Exchange 2016"],
  ["exchange2019", "Exchange 2019"],
  ["exchangeSE", "Exchange Server SE"],
  ["exchangeOnline", "Exchange Online"],
  ["other", "Another server"],
];

/** The protocol versions that can be chosen. */
export const versionOptions: Options<ProtocolVersion> = protocolVersions.map((name) => [name, name]);

/** What a fact is called as long as nothing is known about it. */
export const anyTitles = { version: "Any version", folder: "Any folder", server: "Any server" } as const;

/** The two directions. */
export const directionTitles: Readonly<Record<Direction, string>> = {
  request: "Request",
  response: "Response",
};

function titleOf<T extends string>(options: Options<T>, value: string): string | undefined {
  return options.find(([name]) => name === value)?.[1];
}

/** The title of a protocol version, of none if it is unknown. */
export function nameVersion(version: ProtocolVersion | undefined): string {
  return version ?? anyTitles.version;
}

/** The title of a kind of folder. */
export function nameFolderKind(kind: FolderKind): string {
  return titleOf(folderOptions, kind) ?? anyTitles.folder;
}

/** The title of a server. */
export function nameProduct(product: Product): string {
  return titleOf(productOptions, product) ?? anyTitles.server;
}

/** What a folder is called: as on its server, otherwise by its kind, otherwise by its number. */
export function nameFolder({ id, name, kind }: ExchangeFolder): string {
  return name ?? (kind === undefined ? `Folder ${id}` : nameFolderKind(kind));
}

/** The folder that a payload is read as, or how many there are. */
export function writeFolders({ folder }: MessageContext, folders: readonly ExchangeFolder[]): string {
  return folder === "unknown" && folders.length > 1 ? `${folders.length} folders` : nameFolderKind(folder);
}

/** What is too old or too new for a payload, in a sentence, and the version to use instead. */
export interface VersionAdvice {
  readonly sentence: string;
  readonly use: ProtocolVersion | undefined;
}

/** Says what a payload needs that the version in force does not have. */
export function adviseVersion(
  { versions, what, whatVersions }: VersionNeed,
  version: ProtocolVersion,
  detected: ProtocolVersion | undefined,
): VersionAdvice {
  const need =
    versions.length === 0
      ? "No single version has all of this payload"
      : `This payload needs ${writeSpan(versions)}`;
  const reason = what === undefined ? "" : `: ${what} ${writeChange(whatVersions, version)}`;
  const isDetectedRight = detected !== undefined && versions.includes(detected);
  return { sentence: `${need}${reason}.`, use: isDetectedRight ? detected : nearest(versions, version) };
}

function writeSpan(versions: readonly ProtocolVersion[]): string {
  const [first = ""] = versions;
  const last = versions.at(-1) ?? "";
  if (last === protocolVersions.at(-1)) return first === last ? last : `${first} or later`;
  if (first === last) return first;
  return first === protocolVersions[0] ? `${last} or earlier` : `${first} to ${last}`;
}

const indexOf = (version: ProtocolVersion | undefined): number =>
  version === undefined ? -1 : protocolVersions.indexOf(version);

function writeChange(versions: readonly ProtocolVersion[], version: ProtocolVersion): string {
  const [first] = versions;
  return indexOf(first) > indexOf(version)
    ? `came with ${first}`
    : `was removed after ${versions.findLast((one) => indexOf(one) < indexOf(version)) ?? version}`;
}

function nearest(
  versions: readonly ProtocolVersion[],
  version: ProtocolVersion,
): ProtocolVersion | undefined {
  const distance = (one: ProtocolVersion): number => Math.abs(indexOf(one) - indexOf(version));
  return versions.toSorted((a, b) => distance(a) - distance(b))[0];
}
