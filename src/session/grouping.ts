import { takeBefore } from "../bytes/cut";
import { type PairableMessage, pairMessages } from "./exchanges";

/** What a message's source knows about where it belongs. */
export interface GroupableMessage extends PairableMessage {
  readonly source?: string | undefined;
  readonly host?: string | undefined;
  readonly user?: string | undefined;
  readonly deviceId?: string | undefined;
}

/** Where a message belongs. */
export interface MessagePlace {
  /** The identifier of its conversation: the name of its source, and a number in that source. */
  readonly conversation: string;
  /** The name of its exchange, unique in its source except where the source itself repeats names. */
  readonly exchange: string;
}

type Identity = Pick<GroupableMessage, "host" | "user" | "deviceId">;

const FACTS = ["deviceId", "user", "host"] as const;
type Fact = (typeof FACTS)[number];

interface Group {
  readonly id: string;
  identity: Identity;
}

/** The groups of one source. */
interface SourceGroups {
  /** How many there are. */
  count: number;
  /** Those that messages with other facts can join, and by each fact; "" has those that do not know it. */
  readonly open: Set<Group>;
  readonly byFact: Readonly<Record<Fact, Map<string, Set<Group>>>>;
  /** By identity, the group of its messages that could belong to several. */
  readonly strays: Map<string, Group>;
  /** By identity, the group chosen last, and how many groups there were. */
  readonly chosen: Map<string, { readonly group: Group; readonly count: number }>;
  readonly byExchange: Map<string, Group>;
}

function startSource(): SourceGroups {
  return {
    count: 0,
    open: new Set(),
    byFact: { deviceId: new Map(), user: new Map(), host: new Map() },
    strays: new Map(),
    chosen: new Map(),
    byExchange: new Map(),
  };
}

/**
 * Assigns messages to conversations: one host, user and device within a source. A response goes with the
 * request of its exchange. A message whose source does not know all three joins the conversation that it does
 * not contradict, if there is exactly one. If there are several, it begins one of its own, which only
 * messages of the same facts join. Only earlier messages count, so the place of a message never changes when
 * others follow.
 *
 * To find the conversations that a message does not contradict, the rarest of its facts is looked up, and the
 * search ends at the second one, so that the work does not grow with the number of conversations.
 */
export function groupMessages(messages: readonly GroupableMessage[]): readonly MessagePlace[] {
  const sources = new Map<string | undefined, SourceGroups>();
  const groups = messages.map((message) => {
    const known = sources.get(message.source);
    const source = known ?? startSource();
    sources.set(message.source, source);
    return chooseGroup(source, message);
  });
  const exchanges = nameExchanges(messages, groups);
  return groups.map(({ id }, index) => ({ conversation: id, exchange: exchanges[index] ?? "" }));
}

function chooseGroup(source: SourceGroups, message: GroupableMessage): Group {
  const { exchange, direction } = message;
  const ofExchange =
    direction === "response" && exchange !== undefined ? source.byExchange.get(exchange) : undefined;
  const group =
    ofExchange !== undefined && !contradicts(ofExchange.identity, message)
      ? ofExchange
      : findGroup(source, message);
  addFacts(source, group, message);
  if (exchange !== undefined && direction === "request") source.byExchange.set(exchange, group);
  return group;
}

function findGroup(source: SourceGroups, message: GroupableMessage): Group {
  const key = FACTS.map((fact) => message[fact]?.toLowerCase() ?? "").join("\n");
  const isComplete = FACTS.every((fact) => message[fact] !== undefined);
  const known = source.chosen.get(key);
  if (known !== undefined && (isComplete || known.count === source.count)) return known.group;
  const [first, second] = findCandidates(source, message);
  const isStray = second !== undefined && !isComplete;
  const only = second === undefined ? first : undefined;
  const group = isStray ? findStray(source, message, key) : (only ?? startGroup(source, message));
  source.chosen.set(key, { group, count: source.count });
  return group;
}

function startGroup(source: SourceGroups, message: GroupableMessage): Group {
  const group = makeGroup(source, message);
  source.open.add(group);
  for (const fact of FACTS) addTo(source, group, fact);
  return group;
}

function findStray(source: SourceGroups, message: GroupableMessage, key: string): Group {
  const group = source.strays.get(key) ?? makeGroup(source, message);
  source.strays.set(key, group);
  return group;
}

function makeGroup(source: SourceGroups, message: GroupableMessage): Group {
  source.count += 1;
  return { id: `${message.source ?? ""}#${source.count}`, identity: {} };
}

/** The first two groups that a message can join. */
function findCandidates(source: SourceGroups, message: GroupableMessage): readonly Group[] {
  const found: Group[] = [];
  for (const group of listLikely(source, message)) {
    if (!contradicts(group.identity, message)) found.push(group);
    if (found.length === 2) break;
  }
  return found;
}

/** The groups that agree with a message in the fact that the fewest agree in, or do not know that fact. */
function listLikely({ open, byFact }: SourceGroups, message: GroupableMessage): Iterable<Group> {
  let fewest: readonly Iterable<Group>[] = [open];
  let size = open.size;
  for (const fact of FACTS) {
    if (message[fact] === undefined) continue;
    const sets = [byFact[fact].get(indexKey(message, fact)) ?? [], byFact[fact].get("") ?? []];
    const count = sets.reduce((sum, set) => sum + ("size" in set ? set.size : 0), 0);
    if (count < size) [fewest, size] = [sets, count];
  }
  return chain(fewest);
}

function* chain(sets: readonly Iterable<Group>[]): Generator<Group> {
  for (const set of sets) yield* set;
}

/** Where a group is found by a fact. The forms of one user's name have the same key. */
function indexKey(identity: Identity, fact: Fact): string {
  const value = identity[fact];
  if (value === undefined) return "";
  return `=${(fact === "user" ? accountName(value) : value).toLowerCase()}`;
}

function addTo({ byFact }: SourceGroups, group: Group, fact: Fact): void {
  const key = indexKey(group.identity, fact);
  const groups = byFact[fact].get(key) ?? new Set();
  groups.add(group);
  byFact[fact].set(key, groups);
}

/** Adds to a group what it does not know yet. */
function addFacts(source: SourceGroups, group: Group, message: GroupableMessage): void {
  for (const fact of FACTS) {
    if (group.identity[fact] !== undefined || message[fact] === undefined) continue;
    if (source.open.has(group)) source.byFact[fact].get("")?.delete(group);
    group.identity = { ...group.identity, [fact]: message[fact] };
    if (source.open.has(group)) addTo(source, group, fact);
  }
}

function contradicts(one: Identity, other: Identity): boolean {
  return (
    differ(one.host, other.host) || differ(one.deviceId, other.deviceId) || differUsers(one.user, other.user)
  );
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one.toLowerCase() !== other.toLowerCase();
}

/** "ada", "CONTOSO\ada" and "ada@contoso.com" can be one user; two names of the same form are not. */
function differUsers(one: string | undefined, other: string | undefined): boolean {
  if (!differ(one, other)) return false;
  const [a = "", b = ""] = [one, other];
  return nameForm(a) === nameForm(b) || differ(accountName(a), accountName(b));
}

function nameForm(user: string): "domain" | "mail" | "plain" {
  if (user.includes("\\")) return "domain";
  return user.includes("@") ? "mail" : "plain";
}

function accountName(user: string): string {
  return takeBefore(user.slice(user.lastIndexOf("\\") + 1), "@");
}

/** Names the exchanges of messages whose source has no names for them: with their number in the source. */
function nameExchanges(messages: readonly GroupableMessage[], groups: readonly Group[]): readonly string[] {
  const names: string[] = [];
  const numbers = new Map<string | undefined, number>();
  const firstOf = new Map<number, number>(); // message → the first message of its exchange
  const byGroup = new Map<Group, (GroupableMessage & { readonly index: number })[]>();
  messages.forEach((message, index) => {
    const group = groups[index];
    if (group === undefined) return;
    const members = byGroup.get(group) ?? [];
    members.push({ ...message, index });
    byGroup.set(group, members);
  });
  for (const members of byGroup.values())
    for (const { request, response } of pairMessages(members))
      if (request !== undefined && response !== undefined) firstOf.set(response.index, request.index);
  messages.forEach(({ exchange, source }, index) => {
    const first = names[firstOf.get(index) ?? -1];
    if (exchange === undefined && first === undefined) {
      numbers.set(source, (numbers.get(source) ?? 0) + 1);
      names.push(String(numbers.get(source)));
    } else names.push(exchange ?? first ?? "");
  });
  return names;
}
