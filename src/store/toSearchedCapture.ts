import type { CaptureFacts, KnownFolder } from "../find/captureFacts";
import type { SearchedCapture } from "../find/searchedCapture";
import type { Capture } from "../formats/format";
import type { Conversation, Exchange } from "../session/conversations";
import { editingOf, type OpenCapture } from "./inspector";
import { findExchange, type Session } from "./session";

/** A copy of the bytes in a separate buffer, which can be transferred. */
function copyBytes(bytes: Uint8Array): Uint8Array {
  return bytes.slice();
}

/**
 * A capture in the form that the search worker takes. Its bytes are copied, because those of many captures
 * can share one large buffer.
 */
export function toSearchedCapture(open: OpenCapture, session: Session): SearchedCapture {
  const { label, capture, content } = open;
  const editing = editingOf(open);
  const shown =
    editing !== undefined
      ? {
          kind: "payload" as const,
          bytes: copyBytes(editing.document.bytes),
          ...(editing.isDraft && { xml: editing.text() }),
        }
      : content?.kind === "text"
        ? content
        : undefined;
  const payload = shown?.kind === "payload" ? shown.bytes : copyBytes(capture?.payload ?? new Uint8Array(0));
  const { size: _, direction, ...facts } = readCaptureFacts(open, session);
  return {
    ...facts,
    label,
    direction,
    contentType: capture?.contentType,
    parts: capture?.parts?.map(copyBytes),
    payload,
    content: shown,
  };
}

/**
 * What is known about a capture without decoding it: from the capture itself, from the request of its
 * exchange, and from its conversation as the worker last read it.
 */
export function readCaptureFacts(open: OpenCapture, session: Session): CaptureFacts {
  const { capture } = open;
  const editing = editingOf(open);
  const exchange = findExchange(session, open);
  return {
    command: capture?.command,
    direction: capture?.direction,
    version: capture?.version,
    http: capture?.http,
    size: (editing?.document.bytes ?? capture?.payload)?.length ?? 0,
    isEdited:
      editing !== undefined && (editing.document.bytes !== editing.original || editing.undo.length > 0),
    isDraft: editing?.isDraft ?? false,
    startedAt: capture?.startedAt ?? exchange?.startedAt,
    tookMs: capture?.tookMs ?? exchange?.tookMs,
    ...readPeople(capture, session, exchange),
    ...(exchange && readExchangeFacts(open, session, exchange)),
  };
}

/** Who sent a message: as it says itself, otherwise as its request does, otherwise as its conversation. */
function readPeople(
  capture: Capture | undefined,
  session: Session,
  exchange: Exchange | undefined,
): Pick<CaptureFacts, "user" | "deviceId" | "deviceType" | "userAgent"> {
  const request = session.captures[exchange?.request ?? -1]?.capture;
  const { user, deviceId, deviceType, userAgents = [] } = findPlace(session, exchange)?.conversation ?? {};
  return {
    user: capture?.user ?? request?.user ?? user,
    deviceId: capture?.deviceId ?? request?.deviceId ?? deviceId,
    deviceType: capture?.deviceType ?? request?.deviceType ?? deviceType,
    userAgent:
      capture?.userAgent ?? request?.userAgent ?? (userAgents.length === 1 ? userAgents[0] : undefined),
  };
}

/** What the worker read in the messages of an exchange, if they have not been edited since. */
function readExchangeFacts(
  open: OpenCapture,
  session: Session,
  exchange: Exchange,
): Pick<CaptureFacts, "statuses" | "folderIds" | "folders"> {
  const folders = findPlace(session, exchange)?.folders;
  const key = getPayloadKey(open);
  const isRead = (index: number | undefined): boolean =>
    index !== undefined && getPayloadKey(session.captures[index]) === key;
  const isResponse = isRead(exchange.response);
  if (!isResponse && !isRead(exchange.request)) return { folders };
  return {
    folders,
    statuses: isResponse ? (exchange.statuses ?? []) : [],
    folderIds: exchange.folders.map(({ id }) => id),
  };
}

/** Where an exchange belongs, and the folders that the messages there name. */
interface ExchangePlace {
  readonly conversation: Conversation;
  readonly folders: readonly KnownFolder[];
}

const placesOf = new WeakMap<Session["conversations"], ReadonlyMap<Exchange, ExchangePlace>>();

function findPlace({ conversations }: Session, exchange: Exchange | undefined): ExchangePlace | undefined {
  if (exchange === undefined) return undefined;
  const known = placesOf.get(conversations) ?? indexPlaces(conversations);
  placesOf.set(conversations, known);
  return known.get(exchange);
}

function indexPlaces(conversations: Session["conversations"]): ReadonlyMap<Exchange, ExchangePlace> {
  const places = new Map<Exchange, ExchangePlace>();
  for (const conversation of conversations) {
    const place = { conversation, folders: listNamedFolders(conversation) };
    for (const exchange of conversation.exchanges) places.set(exchange, place);
  }
  return places;
}

/** The folders of a conversation that its messages name, each name once. */
function listNamedFolders({ exchanges }: Conversation): readonly KnownFolder[] {
  const folders = new Map<string, KnownFolder>();
  for (const { id, name, kind } of exchanges.flatMap((exchange) => exchange.folders)) {
    if (name === undefined && kind === undefined) continue;
    folders.set(JSON.stringify([id, name, kind]), {
      id,
      ...(name !== undefined && { name }),
      ...(kind !== undefined && { kind }),
    });
  }
  return [...folders.values()];
}

/**
 * A value that changes if and only if the capture's payload changes. Search results found under another key
 * are out of date.
 */
export function getPayloadKey(open: OpenCapture | undefined): unknown {
  const editing = editingOf(open);
  if (editing !== undefined && editing.document.bytes !== editing.original) return editing.document.bytes;
  return open?.capture ?? editing?.original;
}

/** How many bytes of a capture are searched. */
export function countSearchedBytes({ capture, content }: OpenCapture): number {
  const shown =
    content?.kind === "payload" ? content.editing.document.bytes.length : (capture?.payload.length ?? 0);
  return (capture?.parts ?? []).reduce((sum, part) => sum + part.length, shown);
}
