import { create } from "zustand";
import type { Direction } from "../eas/direction";
import type { Conversation, Exchange, ExchangeFolder } from "../session/conversations";
import type { OpenCapture } from "./inspector";
import { getIdentity } from "./openState";

/** What the worker last said about the open captures. The indexes are those of `captures`. */
export interface Session {
  readonly conversations: readonly Conversation[];
  readonly captures: readonly OpenCapture[];
}

/** The conversations of the open captures; empty until the worker has read them. */
export const useSession = create<Session>()(() => ({ conversations: [], captures: [] }));

/** Where an open capture belongs. */
export interface CapturePlace {
  readonly conversation: Conversation;
  readonly exchange: Exchange;
  readonly direction: Direction;
}

const placesOf = new WeakMap<Session["conversations"], ReadonlyMap<object, CapturePlace>>();

/** Where an open capture belongs, also while it is edited; `undefined` until the worker has read it. */
export function findPlace(session: Session, open: OpenCapture): CapturePlace | undefined {
  const known = placesOf.get(session.conversations) ?? indexPlaces(session);
  placesOf.set(session.conversations, known);
  return known.get(getIdentity(open));
}

function indexPlaces({ conversations, captures }: Session): ReadonlyMap<object, CapturePlace> {
  const places = new Map<object, CapturePlace>();
  const add = (conversation: Conversation, exchange: Exchange, direction: Direction): void => {
    const open = captures[exchange[direction] ?? -1];
    if (open !== undefined) places.set(getIdentity(open), { conversation, exchange, direction });
  };
  for (const conversation of conversations) {
    for (const exchange of conversation.exchanges) {
      add(conversation, exchange, "request");
      add(conversation, exchange, "response");
    }
  }
  return places;
}

/** The exchange of an open capture, also while it is edited; `undefined` until the worker has read it. */
export function findExchange(session: Session, open: OpenCapture): Exchange | undefined {
  return findPlace(session, open)?.exchange;
}

/** The exchange of an open capture, for components. */
export function useExchange(open: OpenCapture): Exchange | undefined {
  return useSession((session) => findExchange(session, open));
}

/** What failed in an exchange: 3 "InvalidSyncKey", 503 "Service Unavailable"; "" if that is not known. */
export interface ExchangeFailure {
  readonly value: number;
  readonly name: string;
}

/** What failed in an exchange; `undefined` if nothing did. */
export function findFailure({ status, httpStatus, httpFailure }: Exchange): ExchangeFailure | undefined {
  if (httpStatus !== undefined && httpStatus >= 300) return { value: httpStatus, name: httpFailure ?? "" };
  const isFailure =
    status?.outcome === "failure" || (status?.outcome === undefined && (status?.value ?? 0) > 1);
  return status !== undefined && isFailure ? { value: status.value, name: status.name } : undefined;
}

/** The only folder that an exchange is about, if a message of its conversation names its kind. */
export function findKnownFolder(
  exchange: Exchange | undefined,
): (ExchangeFolder & { readonly kind: NonNullable<ExchangeFolder["kind"]> }) | undefined {
  const [only, ...others] = exchange?.folders ?? [];
  return only?.kind === undefined || others.length > 0 ? undefined : { ...only, kind: only.kind };
}
