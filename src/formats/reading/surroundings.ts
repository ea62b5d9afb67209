import type { TextRange } from "../../bytes/range";
import type { InputProblem } from "../format";
import { writeCount } from "../summary";
import { linesIn } from "../text/lines";
import { moveProblem, PROBLEM_LIMIT } from "../text/problems";

/** A part of a text. `text` has the same length as the original text at `from`. */
export interface TextPart {
  readonly text: string;
  readonly from: number;
}

/**
 * A text without some of what mail, chat, editors and terminals put around a payload. Its places, moved by
 * `from`, are those of the whole text.
 */
export interface Bare {
  readonly parts: readonly TextPart[];
  /** What was removed, and where. */
  readonly problems: readonly InputProblem[];
  /**
   * How much more confident a format must be of the parts than of the whole text: the less certain it is that
   * these are surroundings, the larger the margin.
   */
  readonly margin: number;
}

/** No surroundings are searched for in a longer text. */
const LONGEST = 1 << 24;

interface Line extends TextRange {
  readonly text: string;
}

function splitLines(text: string): Line[] {
  return Array.from(linesIn(text), ({ from, to }) => ({ from, to, text: text.slice(from, to) }));
}

const isBlankLine = ({ text }: Line): boolean => text.trim() === "";

function surroundingText(what: string, { from, to }: TextRange): InputProblem {
  return {
    code: "surrounding-text",
    severity: "info",
    message: `${what} was skipped.`,
    text: { from, to },
  };
}

/** The problems, limited to the usual number in a list; the rest is joined into one. */
function limitList(problems: readonly InputProblem[], to: number): readonly InputProblem[] {
  const first = problems[PROBLEM_LIMIT];
  if (first === undefined) return problems;
  const rest = surroundingText(`Text around the payloads in ${problems.length - PROBLEM_LIMIT} more places`, {
    from: first.text?.from ?? 0,
    to,
  });
  return [...problems.slice(0, PROBLEM_LIMIT), rest];
}

/** The rest of a text after one removal, and what was removed. */
type Remains = Pick<Bare, "parts" | "problems">;

/** Removes one kind of surroundings; `undefined` if there is none. */
interface Removal {
  readonly take: (text: string) => Remains | undefined;
  readonly margin: number;
}

/**
 * The characters that programs substitute for plain ones. The byte order mark becomes a line ending, so that
 * it does not indent a line.
 */
const PLAIN: readonly (readonly [pattern: RegExp, plain: string])[] = [
  [/^\uFEFF/, "\n"],
  [/[\u2028\u2029]/g, "\n"],
  [/[\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF]/g, " "],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/[\u201C-\u201F\u2033]/g, '"'],
  [/[\u2018-\u201B\u2032]/g, "'"],
];

/** If the text has escapes or other Latin-1 characters, a no-break space can be the byte A0. */
const MAYBE_BYTES = /\\[ux]|[\u0080-\u009F\u00A1-\u00FF]/;

/** Plain blanks, line endings, quotes and dashes instead of typographic ones; nothing is skipped. */
function plainCharacters(text: string): Remains | undefined {
  const spaced = MAYBE_BYTES.test(text) ? text : text.replaceAll("\u00A0", " ");
  const plain = PLAIN.reduce((before, [pattern, one]) => before.replace(pattern, one), spaced);
  return plain === text ? undefined : { parts: [{ text: plain, from: 0 }], problems: [] };
}

/** The text with the given ranges, in order, replaced by blanks. */
function blankOut(text: string, ranges: readonly TextRange[], what: string): Remains {
  let at = 0;
  const pieces: string[] = [];
  for (const { from, to } of ranges) {
    pieces.push(text.slice(at, from), " ".repeat(to - from));
    at = to;
  }
  const [first = { from: 0, to: 0 }] = ranges;
  const problem = surroundingText(what, { from: first.from, to: ranges.at(-1)?.to ?? first.to });
  return { parts: [{ text: pieces.join("") + text.slice(at), from: 0 }], problems: [problem] };
}

/**
 * What a pattern matches at the start of each line that is not blank; `undefined` if it matches fewer than
 * the given proportion of them.
 */
function findPrefixes(text: string, pattern: RegExp, share: number): TextRange[] | undefined {
  const lines = splitLines(text).filter((line) => !isBlankLine(line));
  const found = lines.flatMap((line) => {
    const [prefix = ""] = pattern.exec(line.text) ?? [];
    return prefix === "" ? [] : [{ from: line.from, to: line.from + prefix.length }];
  });
  return found.length > 0 && found.length >= lines.length * share ? found : undefined;
}

/** The `>` that mail programs put before each quoted line. */
function quoteMarks(text: string): Remains | undefined {
  const marks = findPrefixes(text, /^[ \t]*(?:>[ \t]?){1,100}/, 0.5);
  return marks && blankOut(text, marks, `The quote mark in front of ${writeCount(marks.length, "line")}`);
}

const NUMBER = /^[ \t]*(\d{1,7})(?:[ \t]*[.:)|│][ \t]*|[ \t]+|$)/;

/** Line numbers, as added by editors and `cat -n`. */
function lineNumbers(text: string): Remains | undefined {
  const numbers = findPrefixes(text, NUMBER, 1);
  if (numbers === undefined || numbers.length < 2) return undefined;
  const values = numbers.map(({ from, to }) => Number.parseInt(text.slice(from, to), 10));
  const [first = 0] = values;
  return values.every((value, i) => value === first + i)
    ? blankOut(text, numbers, `The number in front of ${numbers.length} lines`)
    : undefined;
}

/** Date and time at the start of a log line, with or without brackets. */
const STAMP =
  /^[ \t]*[[(]?(?:(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?|[A-Z][a-z]{2} +\d{1,2})[T ,]+)?\d{1,2}:\d{2}:\d{2}[\d.,:]*(?:Z| ?[+-]\d{2}:?\d{2})?[\])]?[ \t:|-]*/;
const HEX_WORD = /^(?:0x|\\x|%)?[0-9A-F]+h?[:,;|]?$/i;

/**
 * How many characters after the time are the same in all lines and not hexadecimal: level, thread, program.
 */
function countShared(rests: readonly string[]): number {
  const [first = ""] = rests;
  const shared = rests.reduce((length, rest) => measureShared(first, rest, length), first.length);
  let length = 0;
  for (const { 0: word, index } of first.matchAll(/[ \t]*\S+(?=[ \t])/gy)) {
    const end = index + word.length;
    if (end > shared || HEX_WORD.test(word.trim())) break;
    length = end;
  }
  return length;
}

/** How many characters two texts have in common at their start, up to a number. */
function measureShared(one: string, other: string, most: number): number {
  let length = 0;
  while (length < most && length < other.length && one.charAt(length) === other.charAt(length)) length++;
  return length;
}

/** Time, level and similar text before every line, as in logs. */
function logPrefixes(text: string): Remains | undefined {
  const stamps = findPrefixes(text, STAMP, 1);
  if (stamps === undefined) return undefined;
  const ends = new Map(splitLines(text).map(({ from, to }) => [from, to]));
  const more = countShared(stamps.map(({ from, to }) => text.slice(to, ends.get(from))));
  const ranges = stamps.map(({ from, to }) => ({ from, to: to + more }));
  return blankOut(text, ranges, `The time in front of ${writeCount(ranges.length, "line")}`);
}

/** The runs of lines that `isOutside` does not match, as parts; everything else is skipped. */
function keepInside(
  text: string,
  isOutside: (line: Line, i: number, lines: readonly Line[]) => boolean,
  what: string,
): Remains | undefined {
  const parts: TextPart[] = [];
  const problems: InputProblem[] = [];
  const lines = splitLines(text);
  const outside = lines.map(isOutside);
  for (let i = 0; i < lines.length; ) {
    let end = i;
    while (end < lines.length && outside[end] === outside[i]) end++;
    const range = { from: lines[i]?.from ?? 0, to: lines[end - 1]?.to ?? text.length };
    const run = text.slice(range.from, range.to);
    if (outside[i] === true) problems.push(surroundingText(what, range));
    else if (run.trim() !== "") parts.push({ text: run, from: range.from });
    i = end;
  }
  return problems.length === 0 || parts.length === 0
    ? undefined
    : { parts, problems: limitList(problems, text.length) };
}

const FENCE =
  /^[ \t]*(?:(?:`{3,}|~{3,})(?:[ \t]*[\w+#.-]+)?|\{(?:code|noformat)[^}]*\}|\[\/?code[^\]]*\]|<\/?(?:pre|code)[^>]*>)[ \t]*$/i;

/** The text between fences (``` of Markdown, {code}, [code], <pre>); each block is a part. */
function fencedBlocks(text: string): Remains | undefined {
  if (!/```|~~~|code|noformat|<pre/i.test(text)) return undefined;
  let open = false;
  const isOutside = (line: Line): boolean => {
    const fence = FENCE.test(line.text);
    if (fence) open = !open;
    return fence || !open;
  };
  return keepInside(text, isOutside, "The text outside the code block");
}

const WORD = /^[("'[*_]*([A-Za-z][A-Za-z'’-]*)[)"\]*_]*(?:[.,:;!?][.,:;!?)]*)?$/;
const LONGEST_WORD = 25;

/** Whether a token is a word of a natural language and not of a notation for bytes. */
function isWord(token: string): boolean {
  const [, word = ""] = WORD.exec(token) ?? [];
  return word.length <= LONGEST_WORD && /[G-Zg-z]/.test(word);
}

const RULE = /^[-=_~#<>]{2,}$/;
const PROMPT = /^(?:[\w.-]+@\S*|[\w.~/-]*|\[[^\]]*\])[$#%](?: |$)|^(?:PS )?[A-Z]:\\[^>]*>|^>>> /;
/** A line of base64 that other such lines can follow. */
const SOLID = /^[A-Za-z0-9+/_-]{16,}$/;

function isProse({ text }: Line, i: number, lines: readonly Line[]): boolean {
  const line = text.trim();
  if (line === "") return false;
  if (RULE.test(line) || PROMPT.test(line)) return true;
  const tokens = line.split(/\s+/);
  const words = tokens.filter(isWord).length;
  if (tokens.length > 1 || /[.:!?,]$/.test(line)) return words * 2 >= tokens.length;
  return words === 1 && !SOLID.test(lines[i - 1]?.text.trim() ?? "");
}

/** The text between sentences, prompts and drawn rules; each such run of lines is a part. */
function betweenProse(text: string): Remains | undefined {
  return keepInside(text, isProse, "Text");
}

const LABEL =
  /^\s*(?=[A-Za-z])(?=[^:=\n]{0,60}[G-Zg-z])[A-Za-z][^:=\n"'[\]{}<>\\%,;|]{0,60}(?:[:=]|=>|->)[ \t]*(?=\S)/;

/**
 * The labels before values, as in `Body: 3 1 106`: of the first line, or of every line, each of which is then
 * a part.
 */
function labels(text: string): Remains | undefined {
  const names = findPrefixes(text, LABEL, 1) ?? [];
  if (names.length > 1) {
    const ends = new Map(splitLines(text).map(({ from, to }) => [from, to]));
    return {
      parts: names.map(({ from, to }) => ({ text: text.slice(to, ends.get(from)), from: to })),
      problems: limitList(
        names.map((name) => surroundingText("The name in front of the payload", name)),
        text.length,
      ),
    };
  }
  const [label = ""] = LABEL.exec(text) ?? [];
  return label === ""
    ? undefined
    : blankOut(text, [{ from: 0, to: label.length }], "The name in front of the payload");
}

/*
 * Pasted text was quoted in a mail, fenced in a chat, numbered by an editor, prefixed by a log. Formats don't
 * handle that. Instead, each removal strips one kind of surroundings wherever it finds them, and works on the
 * result of the previous removals. So the text becomes barer step by step, and the caller keeps the barest
 * text in which a format has more confidence than in the whole text, by a margin that is wider the more a
 * removal guesses. Text removed within a line is replaced by blanks of the same length, and parts know where
 * they start, so every place in a bare text is a place in the whole text.
 */

const REMOVALS: readonly Removal[] = [
  { take: plainCharacters, margin: 0 },
  { take: quoteMarks, margin: 0.1 },
  { take: fencedBlocks, margin: 0.1 },
  { take: logPrefixes, margin: 0.1 },
  { take: lineNumbers, margin: 0.1 },
  { take: betweenProse, margin: 0.2 },
  { take: labels, margin: 0.2 },
];

/** Applies a removal to each part; `undefined` if it finds nothing in any of them. */
function takeFurther({ take, margin }: Removal, { parts, problems, margin: before }: Bare): Bare | undefined {
  const taken = parts.map((part) => ({ part, rest: take(part.text) }));
  if (taken.every(({ rest }) => rest === undefined)) return undefined;
  return {
    parts: taken.flatMap(
      ({ part, rest }) =>
        rest?.parts.map((inner) => ({ text: inner.text, from: part.from + inner.from })) ?? [part],
    ),
    problems: [
      ...problems,
      ...taken.flatMap(
        ({ part, rest }) => rest?.problems.map((problem) => moveProblem(problem, part.from)) ?? [],
      ),
    ],
    margin: Math.max(margin, before),
  };
}

/**
 * The rest of a text when quote marks, fences, times, line numbers, sentences and labels are removed one
 * after the other: one entry for each kind that is found, each barer than the previous one. Empty for a text
 * of more than 16 Mi characters.
 */
export function bareTexts(text: string): readonly Bare[] {
  const found: Bare[] = [];
  if (text.length > LONGEST) return found;
  let last: Bare = { parts: [{ text, from: 0 }], problems: [], margin: 0 };
  for (const step of REMOVALS) {
    const next = takeFurther(step, last);
    if (next === undefined) continue;
    found.push(next);
    last = next;
  }
  return found;
}
