import type { ProtocolVersion } from "../../eas/versions";
import { ifBefore, ifFrom } from "./template";

/** The content of a Sync message with one collection. */
interface CollectionSource {
  /** The class of the folder, written by versions up to 12.1. */
  readonly folderClass: string;
  readonly id: string;
  readonly key?: string;
  /** What follows the CollectionId of a request, or the Status of a response. */
  readonly inside: string;
}

/**
 * Writes a Sync request for one collection [MS-ASCMD 2.2.1.21]. Up to 12.1, a Collection starts with its
 * class.
 */
export function writeSyncRequest(
  version: ProtocolVersion,
  { folderClass, id, key = "1421370906", inside }: CollectionSource,
): string {
  return (
    "<Sync " +
    `xmlns="AirSync"><Collections>` +
    `<Collection>${writeFolderClass(version, folderClass)}<SyncKey>${key}</SyncKey>` +
    `<CollectionId>${id}</CollectionId>${inside}</Collection></Collections></Sync>`
  );
}

/** Writes a Sync response for one collection [MS-ASCMD 2.2.1.21], with Status 1. */
export function writeSyncResponse(
  version: ProtocolVersion,
  { folderClass, id, key = "1421370907", inside }: CollectionSource,
): string {
  return (
    "<Sync " +
    `xmlns="AirSync"><Collections>` +
    `<Collection>${writeFolderClass(version, folderClass)}<SyncKey>${key}</SyncKey>` +
    `<CollectionId>${id}</CollectionId><Status>1</Status>${inside}</Collection></Collections></Sync>`
  );
}

function writeFolderClass(version: ProtocolVersion, name: string): string {
  return ifBefore(version, "14.0", `<Class>${name}</Class>`);
}

/**
 * Writes a plain text body as sent by a client: in the item's own namespace in 2.5, in AirSyncBase from 12.0
 * on.
 */
export function writeSentBody(version: ProtocolVersion, prefix: string, text: string): string {
  return (
    ifBefore(version, "12.0", `<${prefix}:Body>${text}</${prefix}:Body>`) +
    ifFrom(
      version,
      "12.0",
      "<airsyncbase:Body><airsyncbase:Type>1</airsyncbase:Type>" +
        `<airsyncbase:Data>${text}</airsyncbase:Data></airsyncbase:Body>`,
    )
  );
}

/** Writes a plain text body as sent by a server, with its size. */
export function writeReceivedBody(version: ProtocolVersion, prefix: string, text: string): string {
  const base =
    "<airsyncbase:Body><airsyncbase:Type>1</airsyncbase:Type>" +
    `<airsyncbase:EstimatedDataSize>${text.length}</airsyncbase:EstimatedDataSize>` +
    `<airsyncbase:Data>${text}</airsyncbase:Data></airsyncbase:Body>` +
    "<airsyncbase:NativeBodyType>1</airsyncbase:NativeBodyType>";
  return (
    ifBefore(version, "12.0", `<${prefix}:Body>${text}</${prefix}:Body>`) + ifFrom(version, "12.0", base)
  );
}

/**
 * Writes which kind of body a client wants, and how much of it: Truncation in 2.5, BodyPreference from 12.0
 * on.
 */
export function writeBodyPreference(version: ProtocolVersion, type: 1 | 2, size: number): string {
  return (
    ifBefore(version, "12.0", "<Truncation>4</Truncation>") +
    ifFrom(
      version,
      "12.0",
      `<airsyncbase:BodyPreference><airsyncbase:Type>${type}</airsyncbase:Type>` +
        `<airsyncbase:TruncationSize>${size}</airsyncbase:TruncationSize></airsyncbase:BodyPreference>`,
    )
  );
}

/** The conversation elements of a message, as a server writes them from 14.0 on [MS-ASCON 2.2.2]. */
export const conversation =
  "<email2:ConversationId><?opaque " +
  "TxsinAfTSl6RYMgudaoT9A==?></email2:ConversationId><email2:ConversationIndex><?opaque " +
  "yXEmSN4=?></email2:ConversationIndex>";

/** Writes an e-mail as ItemOperations and Search return it. */
export function writeReturnedMail(version: ProtocolVersion): string {
  return (
    "<email:To>chris@contoso.com</email:To><email:From>anat@contoso.com</email:From><email:Subject>Agenda " +
    "for " +
    "Tuesday</email:Subject><email:DateReceived>2026-03-02T09:41:07.000Z</email:DateReceived>" +
    "<email:Importance>1</email:Importance><email:Read>1</email:Read>" +
    writeReceivedBody(version, "email", "The agenda is attached.") +
    "<email:MessageClass>IPM.Note</email:MessageClass><email:InternetCPID>65001</email:InternetCPID>" +
    ifFrom(version, "14.0", conversation)
  );
}
