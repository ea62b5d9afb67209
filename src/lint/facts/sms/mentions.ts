import { byteAt } from "../../../bytes/byteAt";
import { UTF_8 } from "../../../wbxml/charset";
import type { Check, Rule } from "../../rule";
import type { MessageView } from "../../view";

interface Mentions {
  /** Whether the bytes contain the letters SMS, in any case. */
  readonly sms: boolean;
  /** Whether they contain a bracket followed by MOB, in any case. */
  readonly phone: boolean;
}

const known = new WeakMap<MessageView, Mentions>();

function getMentions(view: MessageView): Mentions {
  const mentions = known.get(view) ?? findMentions(view);
  known.set(view, mentions);
  return mentions;
}

/**
 * Whether a message may contain a text message or a class SMS: its bytes contain the letters SMS or [MOB in
 * any case, or are not plain text. This quick test avoids reading each of thousands of e-mails.
 */
export function mayHoldSms(view: MessageView): boolean {
  const { sms, phone } = getMentions(view);
  return sms || phone;
}

/** Whether a message may contain a number in [MOBILE:…]: its bytes contain the letters [MOB in any case. */
export function mayHoldPhone(view: MessageView): boolean {
  return getMentions(view).phone;
}

const CAPITAL_TO_SMALL = 0x20;
const SMS = [0x73, 0x6d, 0x73];
const BRACKET_MOB = [0x5b | CAPITAL_TO_SMALL, 0x6d, 0x6f, 0x62];

/**
 * The first three bytes of either word, in any case. A test of every third byte of a payload hits one of them
 * wherever a word occurs.
 */
const IN_WORDS = Uint8Array.from({ length: 256 }, (_, byte) =>
  [...SMS, ...BRACKET_MOB.slice(0, 3)].includes(byte | CAPITAL_TO_SMALL) ? 1 : 0,
);

/** Tests every third byte, and the bytes around those that may belong to one of the words. */
function findMentions({ document }: MessageView): Mentions {
  const { bytes } = document;
  const { charset, stringTable } = document.tree.tokens.header;
  if (charset !== UTF_8 || stringTable.end > stringTable.start) return { sms: true, phone: true };
  let sms = false;
  let phone = false;
  for (let at = 0; at < bytes.length; at += 3) {
    if (IN_WORDS[byteAt(bytes, at)] === 0) continue;
    // a word has two of them in a row
    if (IN_WORDS[byteAt(bytes, at - 1)] === 0 && IN_WORDS[byteAt(bytes, at + 1)] === 0) continue;
    for (let start = Math.max(at - 2, 0); start <= at; start++) {
      sms ||= isWord(bytes, start, SMS);
      phone ||= isWord(bytes, start, BRACKET_MOB);
    }
    if (sms && phone) break;
  }
  return { sms, phone };
}

function isWord(bytes: Uint8Array, start: number, word: readonly number[]): boolean {
  for (let i = 0; i < word.length; i++)
    if ((byteAt(bytes, start + i) | CAPITAL_TO_SMALL) !== word[i]) return false;
  return true;
}

/** Checks of elements by key that are called only in messages that may contain SMS. */
export function checkWhereSms(checks: Readonly<Record<string, Check>>): NonNullable<Rule["chooseCheck"]> {
  return (entry, view) => {
    const check = entry && checks[entry.key];
    return check !== undefined && mayHoldSms(view) ? check : undefined;
  };
}
