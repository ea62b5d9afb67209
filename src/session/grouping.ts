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

interface Group {
  readonly id: string;
  identity: Identity;
}

/** The groups of one source. */
interface SourceGroups {
  readonly groups: Group[];
  readonly byIdentity: Map<string, Group>;
  readonly byExchange: Map<string, Group>;
}

/**
 * Assigns messages to conversations: one host, user and device within a source. A response goes with the
 * request of its exchange. A message whose source does not know all three joins the conversation that it does
 * not contradict, if there is exactly one, and begins its own otherwise. Only earlier messages count, so the
 * place of a message never changes when others follow.
 */
export function groupMessages(messages: readonly GroupableMessage[]): readonly MessagePlace[] {
  const sources = new Map<string | undefined, SourceGroups>();
  const groups = messages.map((message) => {
    const known = sources.get(message.source);
    const source = known ?? { groups: [], byIdentity: new Map(), byExchange: new Map() };
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
  group.identity = {
    host: group.identity.host ?? message.host,
    user: group.identity.user ?? message.user,
    deviceId: group.identity.deviceId ?? message.deviceId,
  };
  if (exchange !== undefined && direction === "request") source.byExchange.set(exchange, group);
  return group;
}

function findGroup({ groups, byIdentity }: SourceGroups, message: GroupableMessage): Group {
  const key = [message.host, message.user, message.deviceId]
    .map((part) => part?.toLowerCase() ?? "")
    .join("\n");
  const known = byIdentity.get(key);
  if (known !== undefined) return known;
  const [first, ...others] = groups.filter(({ identity }) => !contradicts(identity, message));
  const isOnly = first !== undefined && others.length === 0;
  const group = isOnly ? first : { id: `${message.source ?? ""}#${groups.length + 1}`, identity: {} };
  if (!isOnly) groups.push(group);
  byIdentity.set(key, group);
  return group;
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
  return user.replace(/^.*\\/, "").replace(/@.*$/, "");
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
