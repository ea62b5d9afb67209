import { makeFindingList } from "../lint/findingList";
import { checkSession, combineFindings, lintMessage } from "../lint/lint";
import type { Diagnostic } from "../lint/rule";
import type { MessageView } from "../lint/view";
import type { FindingCounts, KeyedMessage } from "./lintMessages";

/** A message whose findings are counted. */
export interface CountedMessage {
  /** The same object as long as nothing is known of the message that was not known before. */
  readonly message: KeyedMessage;
  readonly index: number;
  readonly bytes: number;
  readonly view: () => MessageView;
  /** Whether it is a payload, so that it can be judged on its own. */
  readonly isPayload: boolean;
}

/** The findings of messages, by their indexes. */
export type Counts = readonly (readonly [index: number, counts: FindingCounts])[];

/** Counts the findings of the messages of all conversations, one after another. */
export interface FindingCounter {
  /**
   * Goes on counting for about `milliseconds`. Returns what was counted if a conversation was finished;
   * `undefined` if it was not, and `"done"` if there is none left.
   */
  readonly advance: (
    conversations: ReadonlyMap<string, readonly CountedMessage[]>,
    milliseconds: number,
  ) => Counts | "done" | undefined;
}

/** A larger message is judged only when it is shown: the rules can't be interrupted. */
const MAX_MESSAGE = 256 * 1024;
/** The findings of a conversation with more bytes are not counted. */
const MAX_CONVERSATION = 20_000_000;

/**
 * A counter of findings. It counts a conversation again when one of its messages has changed, and judges only
 * that message again on its own.
 */
export function createFindingCounter(): FindingCounter {
  const counted = new Map<string, readonly KeyedMessage[]>();
  const own = new WeakMap<KeyedMessage, readonly Diagnostic[]>();
  const count = (id: string, members: readonly CountedMessage[], until: number): Counts | undefined => {
    for (const { message, view, isPayload } of members) {
      if (own.has(message)) continue;
      if (performance.now() > until) return undefined;
      own.set(message, isPayload ? lintMessage(view()) : []);
    }
    counted.set(
      id,
      members.map(({ message }) => message),
    );
    return countTogether(members, ({ message }) => own.get(message) ?? []);
  };
  return {
    advance: (conversations, milliseconds) => {
      const until = performance.now() + milliseconds;
      for (const id of counted.keys()) if (!conversations.has(id)) counted.delete(id);
      for (const [id, members] of conversations) {
        if (isCountable(members) && !isSame(counted.get(id), members)) return count(id, members, until);
      }
      return "done";
    },
  };
}

function isCountable(members: readonly CountedMessage[]): boolean {
  let sum = 0;
  for (const { bytes } of members) {
    if (bytes > MAX_MESSAGE) return false;
    sum += bytes;
  }
  return sum <= MAX_CONVERSATION;
}

function isSame(before: readonly KeyedMessage[] | undefined, members: readonly CountedMessage[]): boolean {
  return before?.length === members.length && members.every(({ message }, at) => message === before[at]);
}

/** Adds what the messages show together to what each shows alone. */
function countTogether(
  members: readonly CountedMessage[],
  listOwn: (member: CountedMessage) => readonly Diagnostic[],
): Counts {
  const views = members.map(({ view }) => view());
  const together = makeFindingList();
  checkSession(views, together);
  const counts = new Map(members.map(({ index }) => [index, { error: 0, warning: 0, info: 0 }]));
  for (const { messageIndex, severity } of combineFindings(
    [...members.flatMap(listOwn), ...together.list()],
    views,
  )) {
    const sum = counts.get(messageIndex);
    if (sum !== undefined && severity !== "failure") sum[severity] += 1;
  }
  return [...counts];
}
