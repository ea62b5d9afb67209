import type { TextRange } from "../../bytes/range";
import type { Direction } from "../../eas/direction";
import type { Capture, Contents, Format, Input, InputProblem, ReadOptions, Recognition } from "../format";
import { inputText } from "../inputText";
import { likeness } from "../likeness";
import { runAtOnce, runPaced } from "../pace";
import { originIn, plainCapture } from "../plainCapture";
import type { CharMode } from "../text/escaped";
import { takeSample } from "../text/onePayload";
import { countMismatch } from "../text/problems";
import { type SourceLiteral, sourceLiterals } from "./literals";

/** How to identify the language of a literal, most distinctive first. */
const LANGUAGES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\(byte\)|new byte\[\][ \t]*\{[^{}]*-\d/, "Java"],
  [/byteArrayOf|ubyteArrayOf|\.toByte\(\)/, "Kotlin"],
  [/\[\d*\]byte\b|hex\.DecodeString|\[\]uint8\{/, "Go"],
  [/\bnew byte\s*\[|\bbyte\[\]|Convert\.From/, "C#"],
  [/<\?php|\$\w+\s*=|hex2bin|base64_decode|\barray\(/, "PHP"],
  [/\[byte\[\]\]/i, "PowerShell"],
  [/Uint8Array|Buffer\.from|<Buffer|Int8Array|\batob\(/, "JavaScript"],
  [/\b[bB]r?['"]|\bbytes(?:array)?\b|fromhex|b64decode|unhexlify/, "Python"],
  [/u8\b|\bvec!|b"\\x/, "Rust"],
  [/\bunsigned char\b|\bchar\b|uint8_t|\bBYTE\b|\bstd::/, "C"],
];

/** A shorter list is not a payload if there is a longer one. */
const SHORTEST = 4;

function findLanguage(text: string): string {
  return LANGUAGES.find(([pattern]) => pattern.test(text))?.[1] ?? "";
}

/**
 * The literals that are payloads: those that look like WBXML or HTTP or, if there are none, the longer lists
 * or the longest string.
 */
function pickPayloads(literals: readonly SourceLiteral[]): readonly SourceLiteral[] {
  const sure = literals.filter(({ bytes }) => /wbxml|http/.test(likeness(bytes).kind));
  if (sure.length > 0) return sure;
  const lists = literals.filter(({ kind, bytes }) => kind === "list" && bytes.length >= SHORTEST);
  if (lists.length > 0) return lists;
  const longest = literals.reduce<SourceLiteral | undefined>(
    (best, next) => (next.bytes.length > (best?.bytes.length ?? 0) ? next : best),
    undefined,
  );
  return longest === undefined ? [] : [longest];
}

/** Wireshark's "Follow stream, C Arrays" names its arrays peer0_N (client) and peer1_N (server). */
function readDirection(name: string): Direction | undefined {
  const peer = /^peer([01])_\d+$/.exec(name)?.[1];
  return peer === undefined ? undefined : peer === "0" ? "request" : "response";
}

/** `unsigned int NAME_len = 13;`, as `xxd -i` writes it after its array. */
function checkLength(text: string, literal: SourceLiteral): InputProblem | undefined {
  const match = /^\s*(?:;\s*)?unsigned (?:int|long)\s+\w+_len\s*=\s*(\d+)/i.exec(
    text.slice(literal.to, literal.to + 400),
  );
  const said =
    match?.[1] === undefined
      ? literal.declared
      : { count: Number(match[1]), from: literal.to, to: literal.to + match[0].length };
  if (
    said === undefined ||
    said.count === literal.bytes.length ||
    (literal.kind === "string" && said.count === literal.bytes.length + 1)
  )
    return undefined;
  return countMismatch(said.count, literal.bytes.length, said.from, said.to);
}

function toCapture(input: Input, text: string, literal: SourceLiteral): Capture {
  const count = checkLength(text, literal);
  return plainCapture(
    literal.bytes.slice(),
    literal.name || "literal",
    originIn(input, literal.from, literal.to),
    {
      direction: readDirection(literal.name),
      problems: count === undefined ? literal.problems : [...literal.problems, count],
    },
  );
}

/**
 * `<Buffer 03 01 … 50 more bytes>`, as printed by Node's inspect; the list in it is hexadecimal without a
 * prefix.
 */
const NODE_BUFFER = /<Buffer((?: [0-9a-f]{2})*)( \.\.\. (\d+) more bytes?)?>/g;

/** Node's `<Buffer …>` as lists of hexadecimal numbers that numberList reads. */
function asLists(text: string): string {
  return text.includes("<Buffer")
    ? text.replace(
        NODE_BUFFER,
        (_, pairs: string, more = "") => `{${pairs.replaceAll(" ", ",0x").slice(1)}${more}}`,
      )
    : text;
}

/** The capture and its problems, all with the same place. */
function placeAt(capture: Capture, origin: Capture["origin"], text: TextRange): Capture {
  return {
    ...capture,
    origin,
    problems: capture.problems.map((problem) => Object.assign({}, problem, { text })),
  };
}

/** The problem of a text that declares bytes but holds none. */
function emptyPayload({ from, to }: TextRange): InputProblem {
  const message = "The literal contains no bytes: an empty payload was copied into it.";
  return { code: "empty-payload", severity: "warning", message, text: { from, to } };
}

async function readLiterals(input: Input, mode: CharMode, options: ReadOptions): Promise<Contents> {
  const original = inputText(input);
  const text = asLists(original);
  const literals = await runPaced(sourceLiterals(text, mode), options, "source text");
  const captures = pickPayloads(literals).map((literal) => toCapture(input, text, literal));
  const [empty] = captures.length > 0 ? [] : literals;
  const problems = empty === undefined ? [] : [emptyPayload(empty)];
  if (text === original) return { captures, problems };
  const everywhere = { from: 0, to: original.length };
  return {
    captures: captures.map((capture) => placeAt(capture, originIn(input, 0, original.length), everywhere)),
    problems,
  };
}

/** The confidence in a text if only an empty literal shows that it is source code. */
const EMPTY = 0.25;

const SOURCE_SIGN =
  /["'`]|[=:][ \t]*[[({]|<Buffer |[A-Za-z_]\d*!?\s*[[({]|^\s*[[({]\s*\d+\s*=>|'\w'|\(byte\)/;

function recogniseLiteral({ text }: Input, mode: CharMode): Recognition | undefined {
  if (text === undefined) return undefined;
  const { sample, whole } = takeSample(text);
  if (/^\s*</.test(sample) && !/^\s*<(?:Buffer|\?php)/.test(sample)) return undefined;
  if (!SOURCE_SIGN.test(sample)) return undefined;
  const source = asLists(sample);
  const literals = runAtOnce(sourceLiterals(source, mode));
  const found = pickPayloads(literals);
  const [first] = found;
  const language = findLanguage(source);
  if (mode === "utf8" && !found.some(({ wide }) => wide)) return undefined;
  if (first === undefined)
    return whole && language !== "" && literals.length > 0
      ? { confidence: EMPTY, why: "a literal without bytes" }
      : undefined;
  const covered = found.reduce((sum, { from, to }) => sum + to - from, 0) / Math.max(1, source.trim().length);
  const floor = (language === "" ? 0 : 0.15) + (covered > 0.5 ? 0.15 : 0);
  const score = found.reduce(
    (best, { bytes, to }) => Math.max(best, likeness(bytes, whole || to + 40 < source.length).score),
    0,
  );
  if (first.kind === "string" && score < 0.4 && language === "") return undefined;
  const what = first.kind === "list" ? "a list of numbers" : "a string literal";
  const doubt = mode === "utf8" ? 0.2 : 0;
  return {
    confidence: Math.max(0, floor + (0.98 - floor) * score - doubt),
    why: `${what}${language === "" ? "" : `, in ${language} syntax`}`,
  };
}

function literalFormat(id: string, title: string, mode: CharMode): Format {
  return {
    id,
    title,
    recognise: (input) => recogniseLiteral(input, mode),
    read: (input, options) => readLiterals(input, mode, options),
  };
}

/**
 * Literals of C, C++, C#, Java, Kotlin, Go, Rust, Python, JavaScript, PHP, PowerShell; one capture for each.
 * Characters are bytes.
 */
export const literal = literalFormat("literal", "Source code literal", "byte");

/** The same literals with characters from U+0080 on as UTF-8. */
export const literalUtf8 = literalFormat("literal-utf8", "Source code literal (UTF-8)", "utf8");
