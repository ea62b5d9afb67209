import type { TextRange } from "../../bytes/range";
import { atText, formatCount, problem, row, shorten, type ValueProblem, type ValueReading } from "./reading";

/** A person with a phone, as in the From and To of an SMS. */
export interface PhoneRecipient {
  /** Without quotes; `undefined` if the entry has no name, "" if the name is empty. */
  readonly name: string | undefined;
  readonly number: string;
}

/** A recipient in a text, with its ranges. */
export interface LocatedRecipient extends PhoneRecipient {
  /** The whole entry. */
  readonly text: TextRange;
  readonly nameText: TextRange | undefined;
  readonly numberText: TextRange;
}

/** A text parsed as a list of recipients. */
export interface RecipientList {
  readonly recipients: readonly LocatedRecipient[];
  /**
   * "phone-empty", "phone-entry-empty" (two commas, or one at the end), "phone-name-unclosed" (no closing
   * quote), "phone-name-unquoted", "phone-keyword" (not "MOBILE:"), "phone-bracket-missing",
   * "phone-bracket-unclosed", "phone-number-missing", "phone-number-unusual", "phone-after-entry" (text
   * between "]" and the comma), "phone-separator" (";" instead of ",").
   */
  readonly problems: readonly ValueProblem[];
}

/*
 * list   = entry *( "," entry )                           [MS-ASMS] 2.2.2.1.10; From is one entry, 2.2.2.1.6
 * entry  = [ quoted ] "[MOBILE:" number "]"
 * quoted = DQUOTE *( char / "\" DQUOTE / "\" "\" ) DQUOTE
 *
 * White space between the parts of an entry, and before the number, is skipped. The specification has no
 * escape; this is the one of mail headers.
 */

interface ScannedText {
  readonly value: string;
  readonly text: TextRange;
  /** Where reading continues. */
  readonly next: number;
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (/\s/.test(text.charAt(next))) next++;
  return next;
}

/** The end of an entry that lacks its own end mark: the next comma or semicolon. */
function findEntryEnd(text: string, at: number): number {
  for (let next = at; next < text.length; next++) {
    if (text.charAt(next) === "," || text.charAt(next) === ";") return next;
  }
  return text.length;
}

/** Reads a quoted name. Without a closing quote, it extends to the bracket or to the end of the entry. */
function readQuoted(text: string, at: number, problems: ValueProblem[]): ScannedText {
  let value = "";
  for (let next = at + 1; next < text.length; next++) {
    const char = text.charAt(next);
    if (char === '"') return { value, text: { from: at, to: next + 1 }, next: next + 1 };
    const isEscape = char === "\\" && /["\\]/.test(text.charAt(next + 1));
    if (isEscape) next++;
    value += text.charAt(next);
  }
  const bracket = text.indexOf("[", at);
  const end = bracket < 0 ? findEntryEnd(text, at) : bracket;
  problems.push(
    problem("phone-name-unclosed", "The name has an opening quote but no closing quote.", atText(at, at + 1)),
  );
  return { value: text.slice(at + 1, end).trim(), text: { from: at, to: end }, next: end };
}

function readName(text: string, at: number, problems: ValueProblem[]): ScannedText | undefined {
  if (text.charAt(at) === '"') return readQuoted(text, at, problems);
  const end = findEntryEnd(text, at);
  const bracket = text.slice(at, end).indexOf("[");
  const limit = bracket < 0 ? end : at + bracket;
  const value = text.slice(at, limit).trim();
  if (limit === at || limit === end || value === "") return undefined;
  const range = { from: at, to: at + value.length };
  problems.push(problem("phone-name-unquoted", "A name must be in double quotes.", { text: range }));
  return { value, text: range, next: limit };
}

function checkNumber(found: ScannedText, problems: ValueProblem[]): ScannedText {
  if (found.value === "")
    problems.push(problem("phone-number-missing", "The entry has no number.", { text: found.text }));
  else if (!/^\+?[0-9()./ -]+$/.test(found.value) || !/[0-9]/.test(found.value)) {
    const message = "The value is not a telephone number. A sender can be a word, but not a recipient.";
    problems.push(problem("phone-number-unusual", message, { text: found.text }));
  }
  return found;
}

function readTrimmed(text: string, from: number, to: number, next: number): ScannedText {
  const start = Math.min(skipSpace(text, from), to);
  const value = text.slice(start, to).trimEnd();
  return { value, text: { from: start, to: start + value.length }, next };
}

/**
 * Far more than any number needs. The limit keeps a text without closing brackets from being searched to its
 * end repeatedly.
 */
const MAX_NUMBER_LENGTH = 1000;
const KEYWORD = /^\[\s*MOBILE\s*:/i;

function readBracket(text: string, at: number, problems: ValueProblem[]): ScannedText {
  const keyword = KEYWORD.exec(text.slice(at, at + 40))?.[0];
  if (keyword !== "[MOBILE:") {
    const to = at + (keyword?.length ?? Math.min(8, text.length - at));
    problems.push(
      problem("phone-keyword", "A number must be in [MOBILE:…], with exactly this spelling.", atText(at, to)),
    );
  }
  const colon = text.slice(at + 1, at + 40).search(/[:,;\]]/);
  const hasOther = keyword === undefined && colon >= 0 && text.charAt(at + 1 + colon) === ":";
  const from = at + (keyword?.length ?? (hasOther ? colon + 2 : 1));
  const close = text.slice(from, from + MAX_NUMBER_LENGTH + 1).search(/[[\]]/);
  if (close >= 0 && text.charAt(from + close) === "]")
    return checkNumber(readTrimmed(text, from, from + close, from + close + 1), problems);
  const end = findEntryEnd(text, from);
  problems.push(
    problem("phone-bracket-unclosed", "The bracket of the number is not closed.", atText(at, at + 1)),
  );
  return checkNumber(readTrimmed(text, from, end, end), problems);
}

function readBare(text: string, at: number, problems: ValueProblem[]): ScannedText {
  const end = findEntryEnd(text, at);
  const found = readTrimmed(text, at, end, end);
  problems.push(problem("phone-bracket-missing", "The number is not in [MOBILE:…].", { text: found.text }));
  return checkNumber(found, problems);
}

function readEntry(
  text: string,
  at: number,
  problems: ValueProblem[],
): LocatedRecipient & { readonly next: number } {
  const name = text.charAt(at) === "[" ? undefined : readName(text, at, problems);
  const from = skipSpace(text, name?.next ?? at);
  const number =
    text.charAt(from) === "[" ? readBracket(text, from, problems) : readBare(text, from, problems);
  const range = { from: at, to: Math.max(number.next, name?.text.to ?? at) };
  return {
    name: name?.value,
    nameText: name?.text,
    number: number.value,
    numberText: number.text,
    text: range,
    next: number.next,
  };
}

/**
 * Skips from the end of an entry to the start of the next: past the separator and anything else in between.
 */
function skipToNextEntry(text: string, at: number, problems: ValueProblem[]): number | undefined {
  const from = skipSpace(text, at);
  if (from >= text.length) return undefined;
  const mark = text.charAt(from);
  if (mark === '"' || mark === "[") {
    problems.push(
      problem("phone-separator", "A comma is missing between two recipients.", atText(from, from)),
    );
    return from;
  }
  const end = findEntryEnd(text, from);
  if (end > from)
    problems.push(problem("phone-after-entry", "Only a comma can follow a recipient.", atText(from, end)));
  if (end >= text.length) return undefined;
  if (text.charAt(end) === ";")
    problems.push(
      problem("phone-separator", "Recipients must be separated by a comma.", atText(end, end + 1)),
    );
  return end + 1;
}

/**
 * Parses the From or To of an SMS [MS-ASMS 2.2.2.1.6, 2.2.2.1.10]. Total: invalid input is read as what it
 * most likely means.
 */
export function parsePhoneRecipients(text: string): RecipientList {
  const recipients: LocatedRecipient[] = [];
  const problems: ValueProblem[] = [];
  let at: number | undefined = 0;
  if (text.trim() === "")
    return {
      recipients,
      problems: [problem("phone-empty", "There is no recipient.", atText(0, text.length))],
    };
  while (at !== undefined) {
    const start = skipSpace(text, at);
    if (start >= text.length || /[,;]/.test(text.charAt(start))) {
      problems.push(
        problem(
          "phone-entry-empty",
          "A recipient is missing here.",
          atText(start, Math.min(start + 1, text.length)),
        ),
      );
      at = start >= text.length ? undefined : start + 1;
    } else {
      const { next, ...recipient } = readEntry(text, start, problems);
      recipients.push(recipient);
      at = skipToNextEntry(text, next, problems);
    }
  }
  return { recipients, problems };
}

/**
 * Formats recipients as the From or To of an SMS, `"Name" [MOBILE:number],"Name" [MOBILE:number]`. Parsing
 * the result gives them back, without problems if the numbers are telephone numbers. `undefined` if there are
 * none, or the brackets cannot contain a number (it is empty, longer than 1000, contains a bracket, or has
 * white space around it).
 */
export function writePhoneRecipients(recipients: readonly PhoneRecipient[]): string | undefined {
  if (
    recipients.length === 0 ||
    recipients.some(({ number }) => number === "" || number !== number.trim() || /[[\]]/.test(number))
  )
    return undefined;
  return recipients
    .map(
      ({ name, number }) =>
        `${name === undefined ? "" : `"${name.replace(/["\\]/g, "\\$&")}" `}[MOBILE:${number}]`,
    )
    .join(",");
}

function formatRecipient({ name, number }: PhoneRecipient): string {
  return name === undefined || name === "" || name === number ? number : `${name} ${number}`;
}

/**
 * Reads the recipients or the sender of an SMS. Problems: those of `parsePhoneRecipients`, and
 * "phone-several" for each one beyond `limit`.
 */
export function readPhoneRecipients(text: string, limit = Number.POSITIVE_INFINITY): ValueReading {
  const { recipients, problems } = parsePhoneRecipients(text);
  const extra = recipients
    .slice(limit)
    .map(({ text: range }) => problem("phone-several", "Only one sender is allowed.", { text: range }));
  const rows = recipients.map((recipient, i) =>
    row(recipients.length > 1 ? `Recipient ${i + 1}` : "Phone", formatRecipient(recipient) || "(no number)", {
      text: recipient.text,
    }),
  );
  const names = recipients.length > 1 ? `${formatCount(recipients.length, "recipient")}: ` : "";
  const summary =
    recipients.length === 0 ? "nobody" : `${names}${shorten(recipients.map(formatRecipient).join(", "))}`;
  return {
    kind: "phone-recipients",
    title: limit === 1 ? "Sender" : "Recipients",
    summary,
    rows,
    problems: [...problems, ...extra],
  };
}
