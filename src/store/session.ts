import { create } from "zustand";
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

const exchangesOf = new WeakMap<Session["conversations"], ReadonlyMap<object, Exchange>>();

/** The exchange of an open capture, also while it is edited; `undefined` until the worker has read it. */
export function findExchange(session: Session, open: OpenCapture): Exchange | undefined {
  const known = exchangesOf.get(session.conversations) ?? indexExchanges(session);
  exchangesOf.set(session.conversations, known);
  return known.get(getIdentity(open));
}

function indexExchanges({ conversations, captures }: Session): ReadonlyMap<object, Exchange> {
  const exchanges = new Map<object, Exchange>();
  for (const exchange of conversations.flatMap((conversation) => conversation.exchanges)) {
    for (const index of [exchange.request, exchange.response]) {
      const open = index === undefined ? undefined : captures[index];
      if (open !== undefined) exchanges.set(getIdentity(open), exchange);
    }
  }
  return exchanges;
}

/** The exchange of an open capture, for components. */
export function useExchange(open: OpenCapture): Exchange | undefined {
  return useSession((session) => findExchange(session, open));
}

/** What failed in an exchange: 3 "InvalidSyncKey", 503 "Service Unavailable". */
export interface ExchangeFailure {
  readonly value: number;
  readonly name: string;
}

/** What failed in an exchange; `undefined` if nothing did. */
export function findFailure({ status, httpStatus, httpFailure }: Exchange): ExchangeFailure | undefined {
  if (httpStatus !== undefined && httpStatus >= 300)
    return { value: httpStatus, name: httpFailure ?? "HTTP" };
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
