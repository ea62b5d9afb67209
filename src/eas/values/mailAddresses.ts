import type { TextRange } from "../../bytes/range";
import { atText, count, problem, row, shorten, type ValueProblem, type ValueReading } from "./reading";

/** An e-mail address as found in a text. */
export interface FoundMailbox {
  /** The display name without quotes and comments; "" where there is none. */
  readonly name: string;
  readonly address: string;
  /** The group it stands in (RFC 5322 section 3.4), `undefined` outside of any. */
  readonly group: string | undefined;
  /** The whole entry, and the address alone. */
  readonly text: TextRange;
  readonly addressText: TextRange;
}

/** What a text says when it is read as a list of e-mail addresses. */
export interface MailboxList {
  readonly mailboxes: readonly FoundMailbox[];
  /**
   * "mail-empty", "mail-entry-empty", "mail-unclosed" (quote, bracket or comment), "mail-address-invalid",
   * "mail-separator".
   */
  readonly problems: readonly ValueProblem[];
}

interface Piece {
  readonly from: number;
  readonly to: number;
  /** What ended the piece; "" at the end of the text. */
  readonly mark: string;
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "<": ">", "(": ")" };

interface Closed {
  /** Just after the closing character. */
  readonly next: number;
  readonly found: boolean;
}

/** The end of what a quote, an angle bracket or a comment opens; comments nest. */
function closeOf(text: string, at: number): Closed {
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

/** What stands before a colon is a group's name where it is not long and holds no address. */
function isGroupName(text: string, from: number, to: number): boolean {
  return to - from <= 1000 && !/[@<[]/.test(text.slice(from, to));
}

/** Cuts the text at commas, semicolons and group colons that are in no quotes, brackets or comments. */
function cut(text: string, problems: ValueProblem[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char in CLOSING) {
      const { next, found } = closeOf(text, at);
      if (!found)
        problems.push(problem("mail-unclosed", `Nothing closes the ${char} here.`, atText(at, at + 1)));
      at = next - 1;
    } else if (char === "," || char === ";" || (char === ":" && isGroupName(text, from, at))) {
      pieces.push({ from, to: at, mark: char });
      from = at + 1;
    }
  }
  return [...pieces, { from, to: text.length, mark: "" }];
}

/** A display name in words: quotes and comments taken off, white space folded. */
function nameText(text: string): string {
  const bare = text.replace(/\((?:[^()\\]|\\.)*\)/g, " ").trim();
  const quoted = /^"((?:[^"\\]|\\.)*)"?$/s.exec(bare)?.[1];
  return (quoted?.replace(/\\(.)/gs, "$1") ?? bare).replace(/\s+/g, " ").trim();
}

function trimRange(text: string, from: number, to: number): TextRange {
  const inner = text.slice(from, to);
  const start = from + inner.length - inner.trimStart().length;
  return { from: Math.min(start, to), to: Math.max(Math.min(start, to), from + inner.trimEnd().length) };
}

/** The angle bracket of an entry that is in no quotes and no comment; -1 where there is none. */
function angleOf(text: string, { from, to }: TextRange): number {
  for (let at = from; at < to; at++) {
    const char = text.charAt(at);
    if (char === "<") return at;
    if (char === '"' || char === "(") at = closeOf(text, at).next - 1;
  }
  return -1;
}

function mailboxAt(text: string, whole: TextRange, group: string | undefined): FoundMailbox {
  const angle = angleOf(text, whole);
  if (angle >= 0) {
    const { next, found } = closeOf(text, angle);
    const addressText = trimRange(text, angle + 1, found ? next - 1 : whole.to);
    return {
      name: nameText(text.slice(whole.from, angle)),
      address: text.slice(addressText.from, addressText.to),
      group,
      text: whole,
      addressText,
    };
  }
  const comment = text.slice(whole.from, whole.to).search(/\s*\(/);
  const addressText = comment > 0 ? { from: whole.from, to: whole.from + comment } : whole;
  const name = comment > 0 ? text.slice(addressText.to, whole.to).replace(/^\s*\(|\)\s*$/g, "") : "";
  return { name, address: text.slice(addressText.from, addressText.to), group, text: whole, addressText };
}

/**
 * local-part@domain [MS-ASDTYPE 2.7.3], light: dots, quoted local parts, address literals and letters of any
 * script are let pass.
 */
function isAddress(address: string): boolean {
  return /^(?:[^\s@"(),:;<>[\]\\]+|"(?:[^"\\]|\\.)*")@(?:[^\s@"(),:;<>[\]\\]+|\[[^\]\s]+\])$/.test(address);
}

function emptyPlace(piece: Piece): ReturnType<typeof atText> {
  return atText(piece.to, piece.to + piece.mark.length);
}

/**
 * Reads a list of e-mail addresses (RFC 5322 section 3.4, light: groups, quoted names, comments). `separator`
 * is the mark the element asks for; the other one of "," and ";" is read too and reported. Total.
 */
export function parseMailboxes(text: string, separator: "," | ";" = ","): MailboxList {
  const problems: ValueProblem[] = [];
  const mailboxes: FoundMailbox[] = [];
  let group: string | undefined;
  if (text.trim() === "")
    return { mailboxes, problems: [problem("mail-empty", "There is no address.", atText(0, text.length))] };
  const pieces = cut(text, problems);
  pieces.forEach((piece, i) => {
    const whole = trimRange(text, piece.from, piece.to);
    const isEmpty = whole.from === whole.to;
    if (piece.mark === ":") group = nameText(text.slice(whole.from, whole.to));
    else if (!isEmpty) mailboxes.push(mailboxAt(text, whole, group));
    else if (group === undefined && (i < pieces.length - 1 || pieces[i - 1]?.mark === ",")) {
      problems.push(problem("mail-entry-empty", "Here an address is missing.", emptyPlace(piece)));
    }
    const endsGroup = group !== undefined && piece.mark === ";";
    if (
      !endsGroup &&
      (piece.mark === "," || piece.mark === ";") &&
      piece.mark !== separator &&
      group === undefined
    ) {
      problems.push(
        problem("mail-separator", `Addresses are separated by "${separator}" here.`, emptyPlace(piece)),
      );
    }
    if (endsGroup) group = undefined;
  });
  for (const { address, addressText } of mailboxes) {
    if (!isAddress(address))
      problems.push(problem("mail-address-invalid", "This is not local-part@domain.", { text: addressText }));
  }
  return { mailboxes, problems };
}

function label({ name, address, group }: FoundMailbox): string {
  const mailbox = name === "" || name === address ? address : `${name} <${address}>`;
  return group === undefined ? mailbox : `${mailbox}, in the group ${group}`;
}

/**
 * Reads an element that holds e-mail addresses. `most` is how many it may hold. Problems: those of
 * `parseMailboxes`, and "mail-several" for each address beyond `most`.
 */
export function readMailboxes(
  text: string,
  separator: "," | ";" = ",",
  most = Number.POSITIVE_INFINITY,
): ValueReading {
  const { mailboxes, problems } = parseMailboxes(text, separator);
  const extra = mailboxes
    .slice(most)
    .map(({ text: range }) =>
      problem("mail-several", "There is one address here, no more.", { text: range }),
    );
  const rows = mailboxes.map((mailbox, i) =>
    row(mailboxes.length > 1 ? `Address ${i + 1}` : "Address", label(mailbox), { text: mailbox.text }),
  );
  const names = shorten(mailboxes.map(({ name, address }) => (name === "" ? address : name)).join(", "));
  const summary =
    mailboxes.length > 1
      ? `${count(mailboxes.length, "address", "addresses")}: ${names}`
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
  const pieces = Array.from(text.matchAll(/[^;]+/g), (match) =>
    trimRange(text, match.index, match.index + match[0].length),
  );
  const rows = pieces
    .filter(({ from, to }) => to > from)
    .map((range, i) => row(`Name ${i + 1}`, text.slice(range.from, range.to), { text: range }));
  return {
    kind: "display-names",
    title: "Display names",
    summary: count(rows.length, "name"),
    rows,
    problems: [],
  };
}
