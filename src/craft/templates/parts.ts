import type { ProtocolVersion } from "../../eas/versions";
import { before, from } from "./template";

/** A collection in a Sync message. */
interface CollectionParts {
  /** The class of the folder, which versions up to 12.1 write. */
  readonly folderClass: string;
  readonly id: string;
  readonly key?: string;
  /** What stands behind the CollectionId of a request, or behind the Status of a response. */
  readonly inside: string;
}

/**
 * A Sync request of one collection [MS-ASCMD 2.2.1.21]. Up to 12.1 a Collection says its class, first of all.
 */
export function syncRequest(
  version: ProtocolVersion,
  { folderClass, id, key = "1421370906", inside }: CollectionParts,
): string {
  return (
    "<Sync " +
    `xmlns="AirSync"><Collections>` +
    `<Collection>${classOfFolder(version, folderClass)}<SyncKey>${key}</SyncKey>` +
    `<CollectionId>${id}</CollectionId>${inside}</Collection></Collections></Sync>`
  );
}

/** A Sync response for one collection [MS-ASCMD 2.2.1.21], with Status 1. */
export function syncResponse(
  version: ProtocolVersion,
  { folderClass, id, key = "1421370907", inside }: CollectionParts,
): string {
  return (
    "<Sync " +
    `xmlns="AirSync"><Collections>` +
    `<Collection>${classOfFolder(version, folderClass)}<SyncKey>${key}</SyncKey>` +
    `<CollectionId>${id}</CollectionId><Status>1</Status>${inside}</Collection></Collections></Sync>`
  );
}

function classOfFolder(version: ProtocolVersion, name: string): string {
  return before(version, "14.0", `<Class>${name}</Class>`);
}

/** A plain text body that a client sends: in the item's own namespace in 2.5, in AirSyncBase from 12.0 on. */
export function sentBody(version: ProtocolVersion, prefix: string, text: string): string {
  return (
    before(version, "12.0", `<${prefix}:Body>${text}</${prefix}:Body>`) +
    from(
      version,
      "12.0",
      "<airsyncbase:Body><airsyncbase:Type>1</airsyncbase:Type>" +
        `<airsyncbase:Data>${text}</airsyncbase:Data></airsyncbase:Body>`,
    )
  );
}

/** A plain text body that a server sends, with its size. */
export function receivedBody(version: ProtocolVersion, prefix: string, text: string): string {
  const base =
    "<airsyncbase:Body><airsyncbase:Type>1</airsyncbase:Type>" +
    `<airsyncbase:EstimatedDataSize>${text.length}</airsyncbase:EstimatedDataSize>` +
    `<airsyncbase:Data>${text}</airsyncbase:Data></airsyncbase:Body>` +
    "<airsyncbase:NativeBodyType>1</airsyncbase:NativeBodyType>";
  return before(version, "12.0", `<${prefix}:Body>${text}</${prefix}:Body>`) + from(version, "12.0", base);
}

/** What kind of body a client wants, and how much of it: Truncation in 2.5, BodyPreference from 12.0 on. */
export function bodyWish(version: ProtocolVersion, type: 1 | 2, size: number): string {
  return (
    before(version, "12.0", "<Truncation>4</Truncation>") +
    from(
      version,
      "12.0",
      `<airsyncbase:BodyPreference><airsyncbase:Type>${type}</airsyncbase:Type>` +
        `<airsyncbase:TruncationSize>${size}</airsyncbase:TruncationSize></airsyncbase:BodyPreference>`,
    )
  );
}

/** The conversation of a message as a server writes it from 14.0 on [MS-ASCON 2.2.2]. */
export const conversation =
  "<email2:ConversationId><?opaque " +
  "TxsinAfTSl6RYMgudaoT9A==?></email2:ConversationId><email2:ConversationIndex><?opaque " +
  "yXEmSN4=?></email2:ConversationIndex>";
