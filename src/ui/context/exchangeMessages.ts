import { useMemo } from "react";
import type { Direction } from "../../eas/direction";
import type { Exchange } from "../../session/conversations";
import { editingOf, type OpenCapture, useInspector } from "../../store/inspector";
import { getIdentity } from "../../store/openState";
import { type Session, useSession } from "../../store/session";

/** An open capture, and its index among those that are open. */
export interface OpenMessage {
  readonly index: number;
  readonly open: OpenCapture;
}

/** The request and the response of an exchange, as far as they are open. */
export type ExchangeMessages = Readonly<Partial<Record<Direction, OpenMessage>>>;

/**
 * Finds the messages of an exchange among the captures that are open now, which can be others, and in another
 * order, than when the session was read.
 */
export function findExchangeMessages(
  session: Pick<Session, "captures">,
  captures: readonly OpenCapture[],
  exchange: Exchange | undefined,
): ExchangeMessages {
  const find = (known: number | undefined): OpenMessage | undefined => {
    const was = known === undefined ? undefined : session.captures[known];
    if (known === undefined || was === undefined) return undefined;
    const isSame = (open: OpenCapture | undefined): boolean =>
      open !== undefined && getIdentity(open) === getIdentity(was);
    const index = isSame(captures[known]) ? known : captures.findIndex(isSame);
    const open = captures[index];
    return open === undefined ? undefined : { index, open };
  };
  const [request, response] = [find(exchange?.request), find(exchange?.response)];
  return { ...(request && { request }), ...(response && { response }) };
}

/** The request and the response of an exchange, for components. */
export function useExchangeMessages(exchange: Exchange | undefined): ExchangeMessages {
  const session = useSession();
  const captures = useInspector((state) => state.captures);
  return useMemo(() => findExchangeMessages(session, captures, exchange), [session, captures, exchange]);
}

/** The exchange of the same conversation that has a name; `undefined` if there is none. */
export function findNamedExchange(
  { conversations }: Pick<Session, "conversations">,
  exchange: Exchange,
  name: string,
): Exchange | undefined {
  return conversations
    .find(({ exchanges }) => exchanges.includes(exchange))
    ?.exchanges.find((other) => other.name === name);
}

/** Whether more than one exchange is open. */
export function hasSeveralExchanges({ conversations }: Pick<Session, "conversations">): boolean {
  return conversations.length > 1 || (conversations[0]?.exchanges.length ?? 0) > 1;
}

/** The number of bytes of a message, as edited. */
export function countBytes(open: OpenCapture): number {
  return editingOf(open)?.document.bytes.length ?? open.capture?.payload.length ?? 0;
}
