import { rootElement } from "../wbxml/tree";
import { type Collection, listCollections, type OptionSet } from "./collections";
import { readElements } from "./elements";
import type { MessageExchange } from "./exchanges";
import { isAnswer, isRefusedByHttp, isWhole, type SessionMessage, type SetValue } from "./messages";

/** One collection of one Sync exchange: what was asked, under which options, and the answer. */
export interface Turn<M extends SessionMessage> {
  /** The name of its exchange. */
  readonly exchange: string;
  /** `undefined` if the messages do not contain the request. */
  readonly request: M | undefined;
  readonly response: M | undefined;
  /** The Collection in the request; -1 if the request has no body and repeats the previous one. */
  readonly node: number;
  readonly id: string;
  /** The key that the client sent, as in the request; `undefined` if it repeats the previous request. */
  readonly syncKey: string | undefined;
  /** The sets of options in force before it; `undefined` if the messages do not show them. */
  readonly before: readonly OptionSet[] | undefined;
  /** The sets in force for it: its own, otherwise the previous ones; `[]` if it never had any. */
  readonly sets: readonly OptionSet[] | undefined;
  /** Whether it has sets of its own. */
  readonly isOwn: boolean;
  /** The Collection in the response; -1 if there is none. */
  readonly answer: number;
  /** The key that the server returned. */
  readonly received: string | undefined;
  /** The key that the server had returned last when the request was sent, and in which exchange. */
  readonly current: SetValue | undefined;
  /** The exchange that returned the key which the client sent; `undefined` if none is seen. */
  readonly issued: string | undefined;
  /**
   * The last exchange of the collection after that one whose answer was not known when the request was sent:
   * it came later, is damaged, or is not among the messages.
   */
  readonly unanswered: string | undefined;
  /**
   * Whether the messages show the collection from its SyncKey 0 on, and each answer, so that every key of it
   * is known.
   */
  readonly isFromStart: boolean;
}

/** What holds for one collection. */
interface CollectionState {
  sets: readonly OptionSet[] | undefined;
  current: SetValue | undefined;
  readonly issued: Map<string, string>;
  isFromStart: boolean;
  /** Its requests since the last new key, in order, without the last ones whose answers are known. */
  readonly pending: { readonly exchange: string }[];
}

/** Collects the turns of a conversation, message by message. */
interface TurnReader<M extends SessionMessage> {
  readonly add: (message: M, exchange: MessageExchange<M>, name: string) => void;
  readonly all: readonly Turn<M>[];
  readonly ofExchange: (exchange: MessageExchange<M>) => readonly Turn<M>[];
}

type Mutable<T> = { -readonly [P in keyof T]: T[P] };

/**
 * A reader of turns. Options are sticky [MS-ASCMD 2.2.3.125.5]: those that a request sends stay in force for
 * its collection until it sends others, starts again with SyncKey 0, or is refused. A request without a body
 * repeats the previous one [MS-ASCMD 2.2.1.21]. A request whose body is not known can have changed anything,
 * so that nothing holds after it.
 */
export function turnReader<M extends SessionMessage>(): TurnReader<M> {
  const states = new Map<string, CollectionState>();
  const all: Mutable<Turn<M>>[] = [];
  const byMessage = new Map<M, Mutable<Turn<M>>[]>();
  const answered = new WeakSet<object>();
  let last: readonly Mutable<Turn<M>>[] = [];

  const ask = (request: M, exchange: string): void => {
    if (!isWhole(request)) states.clear();
    const isRepeat = rootElement(request.document.tree.tokens) < 0;
    const repeated = request.isPayload === false ? [] : last.map(({ id }) => repeatCollection(id));
    const collections = isRepeat ? repeated : listCollections(request.document);
    last = collections.flatMap((collection) => {
      if (collection.id === undefined) return [];
      const state = findState(states, collection.id);
      if (collection.syncKey === "0") state.pending.length = 0;
      dropAnswered(state.pending, answered);
      return [startTurn(request, exchange, collection, collection.id, state)];
    });
    for (const turn of last) {
      all.push(turn);
      findState(states, turn.id).pending.push(turn);
    }
    byMessage.set(request, [...last]);
  };

  const answer = (response: M, request: M | undefined, exchange: string): void => {
    const asked = (request && byMessage.get(request)) ?? [];
    const answers = listCollections(response.document);
    const nodes = new Map(answers.map((one) => [one.id, one]));
    for (const turn of asked) {
      const own = nodes.get(turn.id);
      nodes.delete(turn.id);
      const state = findState(states, turn.id);
      const isRefused = answerTurn(turn, response, own, state);
      if (isAnswer(response)) answered.add(turn);
      if (state.current?.from === turn.exchange) settle(state, turn, answered);
      if (isRefused && state.sets === turn.sets) state.sets = turn.before;
    }
    const alone = [...nodes.values()].flatMap((own) =>
      own.id === undefined ? [] : [startUnasked(response, exchange, own, findState(states, own.id))],
    );
    for (const turn of alone) all.push(turn);
    byMessage.set(response, [...asked, ...alone]);
  };

  return {
    add: (message, { request }, name) => {
      if (message.command !== "Sync") return;
      if (message.direction === "request") ask(message, name);
      if (message.direction === "response") answer(message, request, name);
    },
    all,
    ofExchange: ({ request, response }) =>
      (response && byMessage.get(response)) ?? (request && byMessage.get(request)) ?? [],
  };
}

/** What holds for a collection; nothing is known of one that is new. */
function findState(states: Map<string, CollectionState>, id: string): CollectionState {
  const state = states.get(id) ?? {
    sets: undefined,
    current: undefined,
    issued: new Map(),
    isFromStart: false,
    pending: [],
  };
  states.set(id, state);
  return state;
}

/** Drops the last ones that are answered; those before them do not change which one is the last. */
function dropAnswered(pending: CollectionState["pending"], answered: WeakSet<object>): void {
  for (let turn = pending.at(-1); turn !== undefined && answered.has(turn); turn = pending.at(-1))
    pending.pop();
}

/** Once a turn has a new key, it no longer matters for the current key what earlier requests returned. */
function settle(
  state: CollectionState,
  turn: CollectionState["pending"][number],
  answered: WeakSet<object>,
): void {
  const earlier = state.pending.splice(0, state.pending.lastIndexOf(turn) + 1);
  if (earlier.some((one) => !answered.has(one))) state.isFromStart = false;
}

/** The Collection of a request without a body. */
function repeatCollection(id: string): Collection {
  return { node: -1, id, syncKey: undefined, options: [] };
}

/** The turn of a request before its answer; the options that it sends are in force from here. */
function startTurn<M extends SessionMessage>(
  request: M,
  exchange: string,
  { node, syncKey, options }: Collection,
  id: string,
  state: CollectionState,
): Mutable<Turn<M>> {
  const before = state.sets;
  const kept = syncKey === "0" ? [] : before;
  const sets = options.length > 0 ? options : kept;
  if (sets !== undefined) state.sets = sets;
  if (syncKey === "0") state.isFromStart = true;
  const unanswered = state.pending.at(-1)?.exchange;
  return {
    exchange,
    request,
    response: undefined,
    node,
    id,
    syncKey,
    before,
    sets,
    isOwn: options.length > 0,
    answer: -1,
    received: undefined,
    current: state.current,
    issued: syncKey === undefined ? undefined : state.issued.get(syncKey),
    unanswered,
    isFromStart: state.isFromStart && unanswered === undefined,
  };
}

/** The turn of a collection in a response whose request is missing or does not name it. */
function startUnasked<M extends SessionMessage>(
  response: M,
  exchange: string,
  own: Collection,
  state: CollectionState,
): Mutable<Turn<M>> {
  const asked = repeatCollection(own.id ?? "");
  const turn = { ...startTurn(response, exchange, asked, own.id ?? "", state), request: undefined };
  answerTurn(turn, response, own, state);
  return turn;
}

/** Adds the answer to a turn. Returns whether the server refused it, so that its options are not in force. */
function answerTurn<M extends SessionMessage>(
  turn: Mutable<Turn<M>>,
  response: M,
  own: Collection | undefined,
  state: CollectionState,
): boolean {
  turn.response = response;
  turn.answer = own?.node ?? -1;
  const status = readSyncStatus(response, turn.answer).text;
  const received = own?.syncKey;
  turn.received = received;
  if (received !== undefined && received !== "" && received !== "0") {
    state.current = { value: received, from: turn.exchange };
    state.issued.set(received, turn.exchange);
  }
  return isRefusedByHttp(response) || (status !== undefined && status !== "1");
}

/** Reads the Status of a collection of a Sync response, or otherwise that of the whole response. */
export function readSyncStatus(
  { document }: SessionMessage,
  answer: number,
): { readonly node: number; readonly text: string | undefined } {
  const elements = readElements(document);
  const root = rootElement(document.tree.tokens);
  const own = answer < 0 ? -1 : elements.child(answer, "AirSync:Status");
  const node = own >= 0 || root < 0 ? own : elements.child(root, "AirSync:Status");
  return { node, text: node < 0 ? undefined : elements.text(node) };
}
