import type { TextRange } from "../../bytes/range";
import { atText, formatCount, problem, row, shorten, type ValueProblem, type ValueReading } from "./reading";

/** An e-mail address in a text. */
export interface Mailbox {
  /** The display name without quotes and comments; "" if there is none. */
  readonly name: string;
  readonly address: string;
  /** The group it belongs to (RFC 5322 section 3.4); `undefined` if none. */
  readonly group: string | undefined;
  /** The range of the whole entry, and of just the address. */
  readonly text: TextRange;
  readonly addressText: TextRange;
}

/** A text parsed as a list of e-mail addresses. */
export interface MailboxList {
  readonly mailboxes: readonly Mailbox[];
  /**
   * "mail-empty", "mail-entry-empty", "mail-unclosed" (quote, bracket or comment), "mail-address-invalid",
   * "mail-separator".
   */
  readonly problems: readonly ValueProblem[];
}

interface ListEntry {
  readonly from: number;
  readonly to: number;
  /** The character that ends the entry; "" at the end of the text. */
  readonly mark: string;
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "<": ">", "(": ")" };

interface Closing {
  /** Just after the closing character. */
  readonly next: number;
  readonly found: boolean;
}

/** Finds the end of a quoted string, angle bracket or comment; comments can be nested. */
function findClosing(text: string, at: number): Closing {
  const open = text.charAt(at);
  const closing = CLOSING[open];
  let depth = 0;
  for (let next = at + 1; next < text.length; next++) {
    const char = text.charAt(next);
    if (char === "\\" && open !== "<") next++;
    else if (char === closing && depth === 0) return { next: next + 1, found: true };
    else if (open === "(" && (char === "(" || char === ")")) depth += char === "(" ? 1 : -1;
  }
  return { next: text.length, found: false };
}

/** Whether the text before a colon is a group name: not too long, and without an address. */
function isGroupName(text: string, from: number, to: number): boolean {
  return to - from <= 1000 && !/[@<[]/.test(text.slice(from, to));
}

/** Splits the text at commas, semicolons and group colons outside quotes, brackets and comments. */
function splitEntries(text: string, problems: ValueProblem[]): ListEntry[] {
  const entries: ListEntry[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char in CLOSING) {
      const { next, found } = findClosing(text, at);
      if (!found) problems.push(problem("mail-unclosed", `The ${char} is never closed.`, atText(at, at + 1)));
      at = next - 1;
    } else if (char === "," || char === ";" || (char === ":" && isGroupName(text, from, at))) {
      entries.push({ from, to: at, mark: char });
      from = at + 1;
    }
  }
  return [...entries, { from, to: text.length, mark: "" }];
}

/** A text with each comment replaced by a space; one that is never closed stays. */
function replaceComments(text: string): string {
  const parts: string[] = [];
  let behind = 0;
  for (let at = text.indexOf("("); at >= 0; at = text.indexOf("(", behind)) {
    const { next, found } = findClosing(text, at);
    if (!found) break;
    parts.push(text.slice(behind, at), " ");
    behind = next;
  }
  return parts.join("") + text.slice(behind);
}

/** Cleans up a display name: removes quotes and comments, and folds white space. */
function cleanName(text: string): string {
  const bare = replaceComments(text).trim();
  const { next, found } = findClosing(bare, 0);
  const isQuoted = bare.startsWith('"') && next === bare.length;
  const quoted = isQuoted ? bare.slice(1, found ? -1 : undefined) : undefined;
  return (quoted?.replace(/\\(.)/gs, "$1") ?? bare).replace(/\s+/g, " ").trim();
}

function trimRange(text: string, from: number, to: number): TextRange {
  const inner = text.slice(from, to);
  const start = from + inner.length - inner.trimStart().length;
  return { from: Math.min(start, to), to: Math.max(Math.min(start, to), from + inner.trimEnd().length) };
}

/** Finds the angle bracket of an entry, outside quotes and comments; -1 if there is none. */
function findAngleBracket(text: string, { from, to }: TextRange): number {
  for (let at = from; at < to; at++) {
    const char = text.charAt(at);
    if (char === "<") return at;
    if (char === '"' || char === "(") at = findClosing(text, at).next - 1;
  }
  return -1;
}

function readMailbox(text: string, whole: TextRange, group: string | undefined): Mailbox {
  const angle = findAngleBracket(text, whole);
  if (angle >= 0) {
    const { next, found } = findClosing(text, angle);
    const addressText = trimRange(text, angle + 1, found ? next - 1 : whole.to);
    return {
      name: cleanName(text.slice(whole.from, angle)),
      address: text.slice(addressText.from, addressText.to),
      group,
      text: whole,
      addressText,
    };
  }
  const entry = text.slice(whole.from, whole.to);
  const comment = entry.indexOf("(");
  const length = entry.slice(0, Math.max(comment, 0)).trimEnd().length;
  const addressText = length > 0 ? { from: whole.from, to: whole.from + length } : whole;
  const name = length > 0 ? entry.slice(comment + 1, entry.endsWith(")") ? -1 : undefined) : "";
  return { name, address: text.slice(addressText.from, addressText.to), group, text: whole, addressText };
}

/** Far longer than any address: RFC 5321 allows 256 characters. */
const LONGEST_ADDRESS = 4096;

/**
 * Whether a text is local-part@domain [MS-ASDTYPE 2.7.3], tested leniently: dots, quoted local parts, address
 * literals and letters of any script are accepted.
 */
function isAddress(address: string): boolean {
  if (address.length > LONGEST_ADDRESS) return false;
  return /^(?:[^\s@"(),:;<>[\]\\]+|"(?:[^"\\]|\\.)*")@(?:[^\s@"(),:;<>[\]\\]+|\[[^\]\s]+\])$/.test(address);
}

function locateMark(piece: ListEntry): ReturnType<typeof atText> {
  return atText(piece.to, piece.to + piece.mark.length);
}

/**
 * Parses a list of e-mail addresses (a subset of RFC 5322 section 3.4: groups, quoted names, comments).
 * `separator` is the one the element requires; the other one of "," and ";" is accepted too, and reported.
 * Total.
 */
export function parseMailboxes(text: string, separator: "," | ";" = ","): MailboxList {
  const problems: ValueProblem[] = [];
  const mailboxes: Mailbox[] = [];
  let group: string | undefined;
  if (text.trim() === "")
    return { mailboxes, problems: [problem("mail-empty", "There is no address.", atText(0, text.length))] };
  const entries = splitEntries(text, problems);
  entries.forEach((piece, i) => {
    const whole = trimRange(text, piece.from, piece.to);
    const isEmpty = whole.from === whole.to;
    if (piece.mark === ":") group = cleanName(text.slice(whole.from, whole.to));
    else if (!isEmpty) mailboxes.push(readMailbox(text, whole, group));
    else if (group === undefined && (i < entries.length - 1 || entries[i - 1]?.mark === ",")) {
      problems.push(problem("mail-entry-empty", "An address is missing here.", locateMark(piece)));
    }
    const endsGroup = group !== undefined && piece.mark === ";";
    if (
      !endsGroup &&
      (piece.mark === "," || piece.mark === ";") &&
      piece.mark !== separator &&
      group === undefined
    ) {
      problems.push(
        problem(
          "mail-separator",
          `Addresses must be separated by "${separator}" in this element.`,
          locateMark(piece),
        ),
      );
    }
    if (endsGroup) group = undefined;
  });
  for (const { address, addressText } of mailboxes) {
    if (!isAddress(address))
      problems.push(
        problem("mail-address-invalid", "The address is not of the form local-part@domain.", {
          text: addressText,
        }),
      );
  }
  return { mailboxes, problems };
}

function formatMailbox({ name, address, group }: Mailbox): string {
  const mailbox = name === "" || name === address ? address : `${name} <${address}>`;
  return group === undefined ? mailbox : `${mailbox}, in the group ${group}`;
}

/**
 * Reads an element that contains at most `limit` e-mail addresses. Problems: those of `parseMailboxes`, and
 * "mail-several" for each address beyond the limit.
 */
export function readMailboxes(
  text: string,
  separator: "," | ";" = ",",
  limit = Number.POSITIVE_INFINITY,
): ValueReading {
  const { mailboxes, problems } = parseMailboxes(text, separator);
  const extra = mailboxes
    .slice(limit)
    .map(({ text: range }) => problem("mail-several", "Only one address is allowed here.", { text: range }));
  const rows = mailboxes.map((mailbox, i) =>
    row(mailboxes.length > 1 ? `Address ${i + 1}` : "Address", formatMailbox(mailbox), {
      text: mailbox.text,
    }),
  );
  const names = shorten(mailboxes.map(({ name, address }) => (name === "" ? address : name)).join(", "));
  const summary =
    mailboxes.length > 1
      ? `${formatCount(mailboxes.length, "address", "addresses")}: ${names}`
      : (rows[0]?.value ?? "nobody");
  return {
    kind: "mail-addresses",
    title: "E-mail addresses",
    summary,
    rows,
    problems: [...problems, ...extra],
  };
}

/** Reads a DisplayTo [MS-ASEMAIL 2.2.2.29]: display names separated by semicolons. */
export function readDisplayNames(text: string): ValueReading {
  const entries = Array.from(text.matchAll(/[^;]+/g), (match) =>
    trimRange(text, match.index, match.index + match[0].length),
  );
  const rows = entries
    .filter(({ from, to }) => to > from)
    .map((range, i) => row(`Name ${i + 1}`, text.slice(range.from, range.to), { text: range }));
  return {
    kind: "display-names",
    title: "Display names",
    summary: formatCount(rows.length, "name"),
    rows,
    problems: [],
  };
}
