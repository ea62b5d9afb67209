import type { TextRange } from "../../bytes/range";
import { likeness } from "../likeness";
import { STEP, type Steps, scaleSteps } from "../pace";
import { base64Steps } from "../text/base64";
import { byteSink } from "../text/byteSink";
import { everyChar, isBase64Text, isHexText, isWord } from "../text/chars";
import type { Decoded } from "../text/decoded";
import { type CharMode, charSteps, type Unescaped, unescapeSteps } from "../text/escaped";
import { hexSteps } from "../text/hex";
import { moveProblem, problemList } from "../text/problems";
import { type NumberList, numberList, skipComment, skipLayout } from "./numberList";

/*
 * The source text is not parsed: there are too many languages, and a paste is a fragment. It is scanned from
 * left to right for the two constructs that contain bytes in all languages: brackets with a list of numbers,
 * and quotation marks with a string. Names are remembered on the way, because they show what a literal is for
 * and how it is encoded (`fromhex("…")`, `peer0_1[]`). Strings that the language would join are joined. A
 * string without escapes is also read as hexadecimal or base64 if the call says so or the resulting bytes are
 * WBXML.
 */

/** A literal that represents bytes in the source text of some language. */
export interface SourceLiteral extends Decoded {
  readonly kind: "list" | "string";
  readonly from: number;
  readonly to: number;
  /** The last name before it: a variable, a type or a function. */
  readonly name: string;
  /** The number of bytes in its declaration: 13 for `char a[13]`. */
  readonly declared?: TextRange & { readonly count: number };
  /** A string with characters from U+0080 on, whose bytes depend on the CharMode. */
  readonly wide: boolean;
}

const QUOTES = new Set(["'", '"', "`"]);
const STRING_PREFIX = /^(?:u8|[bBuUrRfFL@$]|[bB][rR]|[rR][bB])$/;

interface QuotedString {
  readonly to: number;
  readonly body: TextRange;
  readonly raw: boolean;
}

/**
 * Whether there is a quotation mark at a position. Adjacent backticks don't quote anything: they are a
 * Markdown fence.
 */
function isQuote(text: string, at: number): boolean {
  const one = text.charAt(at);
  return QUOTES.has(one) && !(one === "`" && (text.charAt(at - 1) === one || text.charAt(at + 1) === one));
}

function quoteAt(text: string, at: number): string {
  if (!isQuote(text, at)) return "";
  const one = text.charAt(at);
  return one !== "`" && text.startsWith(one.repeat(3), at) ? one.repeat(3) : one;
}

/** One string literal at `at`, with its prefix at `prefix`; an unterminated one ends with the text. */
function readQuoted(text: string, at: number, prefix: string): QuotedString | undefined {
  const quote = quoteAt(text, at);
  if (quote === "") return undefined;
  const raw = /[rR@]/.test(prefix) || quote === "`";
  const from = at + quote.length;
  const first = quote.charCodeAt(0);
  let end = from;
  while (end < text.length && !(text.charCodeAt(end) === first && text.startsWith(quote, end)))
    end += !raw && text.charCodeAt(end) === 0x5c ? 2 : 1;
  const to = Math.min(end, text.length);
  return { to: Math.min(text.length, to + quote.length), body: { from, to }, raw };
}

/**
 * A string that starts with the header of a payload. It does not continue the previous string, unless an
 * operator joins them.
 */
const HEADER = /["'`]\\(?:x0?3|0{0,2}3)\\(?:x0?1|0{0,2}1)(?:j|\\x6a|\\152)\\(?:x00?|0{1,3})/iy;

/**
 * The start of a string that continues the previous one: after layout, `+`, `.`, `..`, a backslash at the
 * line end, and a prefix.
 */
function findContinuation(
  text: string,
  at: number,
): { readonly at: number; readonly prefix: string } | undefined {
  let place = skipLayout(text, at);
  const joint = text.charAt(place);
  if (joint === "\\" || joint === "+" || joint === "." || joint === "&") {
    place = skipLayout(text, place + 1);
    if (joint === "." && text.charAt(place) === ".") place = skipLayout(text, place + 1);
  }
  let end = place;
  while (end < place + 3 && isWord(text.charCodeAt(end))) end++;
  const prefix = text.slice(place, end);
  if (!isQuote(text, end) || (prefix !== "" && !STRING_PREFIX.test(prefix))) return undefined;
  HEADER.lastIndex = end;
  return joint === text.charAt(place) && HEADER.test(text) ? undefined : { at: end, prefix };
}

interface Chain {
  readonly pieces: readonly QuotedString[];
  readonly from: number;
  readonly to: number;
}

/** Strings of a chain in one step: usually one per line. */
const PIECES_A_STEP = 256;

function* stringChain(text: string, from: number, prefix: string): Steps<Chain | undefined> {
  const first = readQuoted(text, from, prefix);
  if (first === undefined) return undefined;
  const pieces = [first];
  let last = first;
  for (
    let next = findContinuation(text, last.to);
    next !== undefined;
    next = findContinuation(text, last.to)
  ) {
    const piece = readQuoted(text, next.at, next.prefix);
    if (piece === undefined) break;
    pieces.push(piece);
    last = piece;
    if (pieces.length % PIECES_A_STEP === 0) yield from / text.length;
  }
  return { pieces, from, to: last.to };
}

/**
 * The encoding that a call specifies: by the function (`hex2bin`, `FromBase64String`, `atob`) or a second
 * argument (`'hex'`).
 */
function findEncoding(text: string, call: string, to: number): "hex" | "base64" | undefined {
  const [, argument = ""] = /^\s*,\s*["'](\w+)["']/.exec(text.slice(to, to + 32)) ?? [];
  const said = `${call} ${argument}`.toLowerCase();
  if (/hex/.test(said)) return "hex";
  return /64|atob/.test(said) ? "base64" : undefined;
}

function* chainBytes(text: string, chain: Chain, mode: CharMode): Steps<Unescaped> {
  const sink = byteSink();
  const problems = problemList();
  let wide = false;
  let escapes = 0;
  for (const [i, { body, raw }] of chain.pieces.entries()) {
    if (i % PIECES_A_STEP === PIECES_A_STEP - 1) yield body.from / text.length;
    const part = raw
      ? yield* rawPart(text, body, mode)
      : yield* unescapeSteps(text, body.from, body.to, mode);
    sink.append(part.bytes);
    part.problems.forEach(problems.add);
    wide ||= part.wide;
    escapes += part.escapes;
  }
  return { bytes: sink.bytes(), problems: problems.list(), wide, escapes };
}

function* rawPart(text: string, { from, to }: TextRange, mode: CharMode): Steps<Unescaped> {
  return moveDecoded(
    yield* scaleSteps(charSteps(text.slice(from, to), mode), from / text.length, to / text.length),
    from,
  );
}

function moveDecoded<T extends Decoded>(part: T, by: number): T {
  return { ...part, problems: part.problems.map((problem) => moveProblem(problem, by)) };
}

/**
 * The chain's characters with everything between its pieces replaced by blanks, so that positions stay those
 * of the text.
 */
function chainText(text: string, chain: Chain): string {
  let at = 0;
  const parts: string[] = [];
  for (const { body } of chain.pieces) {
    parts.push(" ".repeat(body.from - chain.from - at), text.slice(body.from, body.to));
    at = body.to - chain.from;
  }
  return parts.join("");
}

/**
 * The content of a string read as hex or base64, because a call says so or because the bytes then look like
 * WBXML.
 */
function* innerBytes(text: string, chain: Chain, call: string, plain: Unescaped): Steps<Decoded | undefined> {
  const said = findEncoding(text, call, chain.to);
  if (said === undefined && (plain.escapes > 0 || likeness(plain.bytes).kind.startsWith("wbxml")))
    return undefined;
  const body = chainText(text, chain);
  const guesses =
    said === undefined
      ? INNER.filter(({ isText }) => everyChar(body, isText))
      : INNER.filter(({ name }) => name === said);
  for (const { steps } of guesses) {
    const read = moveDecoded(
      yield* scaleSteps(steps(body), chain.from / text.length, chain.to / text.length),
      chain.from,
    );
    if (said !== undefined || (read.problems.length === 0 && likeness(read.bytes).kind === "wbxml"))
      return read;
  }
  return undefined;
}

/** The notation of the text in a string. */
const INNER = [
  { name: "hex", isText: isHexText, steps: hexSteps },
  { name: "base64", isText: isBase64Text, steps: (text: string) => base64Steps(text) },
] as const;

function* stringLiteral(
  text: string,
  at: number,
  prefix: string,
  path: string,
  mode: CharMode,
): Steps<SourceLiteral | undefined> {
  const chain = yield* stringChain(text, at, prefix);
  if (chain === undefined) return undefined;
  const plain = yield* chainBytes(text, chain, mode);
  const inner = yield* innerBytes(text, chain, path, plain);
  const { bytes, problems } = inner ?? plain;
  return {
    kind: "string",
    from: at,
    to: chain.to,
    name: path,
    bytes,
    problems,
    wide: inner === undefined && plain.wide,
  };
}

/** Names that describe the type of a literal, not its purpose. */
const KEYWORDS = new Set([
  "new",
  "byte",
  "sbyte",
  "unsigned",
  "signed",
  "char",
  "uint8_t",
  "const",
  "static",
  "var",
  "let",
  "u8",
  "vec",
  "Array",
  "array",
  "return",
]);

interface Names {
  readonly path: string;
  readonly variable: string;
}

function readWord(text: string, from: number): number {
  let end = from;
  while (isWord(text.charCodeAt(end)) || (text.charCodeAt(end) === 0x2e && isWord(text.charCodeAt(end + 1))))
    end++;
  return end;
}

/**
 * Whether an empty list counts as a list: `{}` or `[]` on its own, but not `main()`, `char a[]` or `[]byte`.
 */
function isEmptyList(text: string, at: number, { to, closed, problems }: NumberList): boolean {
  const touched = isWord(text.charCodeAt(to)) || (text.charAt(at) === "[" && isWord(text.charCodeAt(at - 1)));
  return text.charAt(at) !== "(" && closed && problems.length === 0 && !touched;
}

function* listLiteral(
  text: string,
  at: number,
  names: Names,
  size: SourceLiteral["declared"],
): Steps<SourceLiteral | undefined> {
  const list = yield* numberList(text, at);
  if (list === undefined || list.outside * 10 > list.bytes.length) return undefined;
  if (list.bytes.length === 0 && !isEmptyList(text, at, list)) return undefined;
  const base = {
    kind: "list" as const,
    from: at,
    to: list.to,
    name: names.variable,
    bytes: list.bytes,
    problems: list.problems,
    wide: false,
  };
  return size === undefined ? base : { ...base, declared: size };
}

/** A size, `[13]` or `(13)`, is not a list: there is a name before it, or the type after it. */
function isSize(text: string, literal: SourceLiteral): boolean {
  if (literal.kind !== "list" || literal.bytes.length !== 1 || text.charAt(literal.from) === "{")
    return false;
  if (text.charAt(literal.from) === "(") return /^\s*\[/.test(text.slice(literal.to, literal.to + 8));
  return (
    (literal.from > 0 && isWord(text.charCodeAt(literal.from - 1))) || isWord(text.charCodeAt(literal.to))
  );
}

/** The state of scanning a source text. */
interface Walk {
  readonly found: SourceLiteral[];
  names: Names;
  size: SourceLiteral["declared"];
}

/** Stores a literal; a size is kept for the list that follows. Returns where to continue. */
function addLiteral(text: string, walk: Walk, literal: SourceLiteral): number {
  const size = isSize(text, literal) ? readSize(text, literal) : undefined;
  if (size === undefined) walk.found.push(literal);
  walk.size = size;
  return literal.to;
}

/** Handles a word at `at`: a name to remember, or the prefix of a string. Returns where to continue. */
function* takeWord(text: string, at: number, walk: Walk, mode: CharMode): Steps<number> {
  const end = readWord(text, at);
  const word = text.slice(at, end);
  const quoted = isQuote(text, end);
  if (!quoted || !STRING_PREFIX.test(word))
    walk.names = {
      path: word,
      variable: KEYWORDS.has(word) || /^\d/.test(word) ? walk.names.variable : word,
    };
  const literal = quoted ? yield* stringLiteral(text, end, word, walk.names.path, mode) : undefined;
  return literal === undefined ? end : addLiteral(text, walk, literal);
}

/** Handles anything else at `at`: a list, a string, or a character to skip. Returns where to continue. */
function* takeSign(text: string, at: number, walk: Walk, mode: CharMode): Steps<number> {
  const opens = "([{".includes(text.charAt(at));
  const literal = opens
    ? yield* listLiteral(text, at, walk.names, walk.size)
    : isQuote(text, at)
      ? yield* stringLiteral(text, at, "", walk.names.path, mode)
      : undefined;
  return literal === undefined ? at + 1 : addLiteral(text, walk, literal);
}

/**
 * All literals of a text that can represent bytes, in order: lists of numbers, and strings with their
 * continuations. The text can be source code in C, C++, C#, Java, Kotlin, Go, Rust, Python, JavaScript, PHP
 * or PowerShell, complete or partial. Total.
 */
export function* sourceLiterals(text: string, mode: CharMode): Steps<SourceLiteral[]> {
  const walk: Walk = { found: [], names: { path: "", variable: "" }, size: undefined };
  let pauseAt = STEP;
  for (let at = 0; at < text.length; ) {
    const comment = skipComment(text, at);
    if (comment > at) at = comment;
    else if (isWord(text.charCodeAt(at))) at = yield* takeWord(text, at, walk, mode);
    else at = yield* takeSign(text, at, walk, mode);
    if (at < pauseAt) continue;
    yield at / text.length;
    pauseAt = at + STEP;
  }
  return walk.found;
}

function readSize(text: string, { from, to }: SourceLiteral): NonNullable<SourceLiteral["declared"]> {
  return { count: Number.parseInt(text.slice(from + 1, to), 0) || 0, from, to };
}
