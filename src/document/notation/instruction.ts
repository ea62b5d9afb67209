import { fromBase64 } from "../../bytes/base64";
import type { TextRange } from "../../bytes/range";
import { GlobalToken } from "../../wbxml/globalToken";
import { tableString } from "../../wbxml/tree";
import type { XmlInstruction } from "../../xml/parse";
import type { Problem } from "../problem";
import type { LeafContent } from "./content";
import { type PlannedHeader, readHeaderText } from "./header";
import { LONGEST_QUOTED } from "./leaf";
import { readNumber, unquote } from "./operands";

/** The meaning of a processing instruction. A leaf with a `problem` is still used. */
export type InstructionMeaning =
  | { readonly kind: "leaf"; readonly content: LeafContent; readonly problem: Problem | undefined }
  | { readonly kind: "character"; readonly text: string }
  | { readonly kind: "header"; readonly header: PlannedHeader }
  | { readonly kind: "split" | "crlf" }
  | { readonly kind: "problem"; readonly problem: Problem };

const KNOWN =
  "str_i, split, char, opaque, crlf, str_t, entity, ext_i_0…2, ext_t_0…2, ext_0…2, pi, malformed and wbxml";

/**
 * The meaning of a processing instruction in a document with this header. An unknown or unreadable
 * instruction is a problem.
 */
export function readInstruction(
  { target, data, range }: XmlInstruction,
  header: PlannedHeader,
): InstructionMeaning {
  switch (target) {
    case "split":
    case "crlf":
      return { kind: target };
    case "char":
      return readCharacter(data, range);
    case "wbxml":
      return readHeader(data, range);
    default:
      return readLeafInstruction(target, data, range, header);
  }
}

function readCharacter(data: string, range: TextRange): InstructionMeaning {
  const name = data.trim();
  const code = /^U\+[0-9A-Fa-f]{1,6}$/.test(name) ? Number.parseInt(name.slice(2), 16) : Number.NaN;
  if (code <= 0x10ffff) return { kind: "character", text: String.fromCodePoint(code) };
  return syntaxProblem("Write a character by its code point: <?char U+0001?>.", range);
}

function readHeader(data: string, range: TextRange): InstructionMeaning {
  const header = readHeaderText(data);
  if (header !== undefined) return { kind: "header", header };
  const message =
    'Write a header as <?wbxml version="1.3" publicid="1" charset="utf-8"?>, with strtbl="…" for a string ' +
    "table.";
  return syntaxProblem(message, range);
}

function readLeafInstruction(
  target: string,
  data: string,
  range: TextRange,
  header: PlannedHeader,
): InstructionMeaning {
  const read = READERS.get(target);
  if (read === undefined) {
    const message =
      `There is no instruction named ${target}, so it can't be encoded. Remove it. The known instructions ` +
      `are ${KNOWN}.`;
    return { kind: "problem", problem: { code: "unknown-instruction", severity: "error", message, range } };
  }
  const content = read(data.trim());
  if (content === undefined)
    return syntaxProblem(`<?${target}?> can't be read: ${describeExpectedData(target)}`, range);
  const problem = target === "str_t" ? findOtherQuoted(content, data, range, header) : undefined;
  return { kind: "leaf", content, problem };
}

function syntaxProblem(message: string, range: TextRange): InstructionMeaning {
  return { kind: "problem", problem: { code: "instruction-syntax", severity: "error", message, range } };
}

/**
 * A string table index is followed by its string for readability. A different string probably means that the
 * wrong part was edited.
 */
function findOtherQuoted(
  content: LeafContent,
  data: string,
  range: TextRange,
  header: PlannedHeader,
): Problem | undefined {
  const quoted = /"([^"]*)"/.exec(data)?.[1];
  if (quoted === undefined || content.kind !== "integer") return undefined;
  const there = tableString(header.stringTable, header.charset, content.value, LONGEST_QUOTED);
  if (there === undefined || there === unquote(quoted)) return undefined;
  const message =
    "The string table has a different string at this index, and the index takes precedence. Change strtbl " +
    "in <?wbxml?>, or replace the instruction with the text.";
  return { code: "string-table-text-differs", severity: "warning", message, range };
}

type LeafReader = (data: string) => LeafContent | undefined;

const readBytes =
  (kind: "string-bytes" | "opaque" | "malformed"): LeafReader =>
  (data) => {
    const bytes = fromBase64(data);
    return bytes && { kind, bytes };
  };

const readInteger =
  (token: number): LeafReader =>
  (data) => {
    const value = readNumber(data);
    return value === undefined ? undefined : { kind: "integer", token, value };
  };

const readExtension =
  (token: number): LeafReader =>
  (data) => {
    const quoted = /^"([^"]*)"$/.exec(data)?.[1];
    const text = quoted === undefined ? undefined : unquote(quoted);
    if (text !== undefined) return { kind: "extension-string", token, text };
    const bytes = quoted === undefined ? fromBase64(data) : undefined;
    return bytes && { kind: "extension-bytes", token, bytes };
  };

/** The string after a table index is only for readability; the index takes precedence. */
const readTableIndex: LeafReader = (data) =>
  readInteger(GlobalToken.STR_T)(data.replace(/^([^\s"]+)\s+"[^"]*"$/, "$1"));

const emptyString: LeafContent = { kind: "text", text: "" };

const READERS: ReadonlyMap<string, LeafReader> = new Map<string, LeafReader>(
  Object.entries({
    str_i: (data) => (data === "" ? emptyString : readBytes("string-bytes")(data)),
    opaque: readBytes("opaque"),
    malformed: readBytes("malformed"),
    str_t: readTableIndex,
    entity: readInteger(GlobalToken.ENTITY),
    ext_t_0: readInteger(GlobalToken.EXT_T_0),
    ext_t_1: readInteger(GlobalToken.EXT_T_1),
    ext_t_2: readInteger(GlobalToken.EXT_T_2),
    ext_i_0: readExtension(GlobalToken.EXT_I_0),
    ext_i_1: readExtension(GlobalToken.EXT_I_1),
    ext_i_2: readExtension(GlobalToken.EXT_I_2),
    ext_0: () => ({ kind: "byte", token: GlobalToken.EXT_0 }),
    ext_1: () => ({ kind: "byte", token: GlobalToken.EXT_1 }),
    ext_2: () => ({ kind: "byte", token: GlobalToken.EXT_2 }),
    pi: (data) => ({ kind: "instruction", attributes: data }),
  }),
);

const EXPECTED: Readonly<Record<string, string>> = {
  str_t:
    "it must contain an index into the string table, <?str_t 12?>, optionally followed by the string: " +
    '<?str_t 12 "…"?>.',
  entity: "it must contain a code point as a decimal number, <?entity 160?>.",
  ext_t_0: "it must contain a decimal number.",
  ext_t_1: "it must contain a decimal number.",
  ext_t_2: "it must contain a decimal number.",
  ext_i_0: "it must contain a string in double quotes, or base64.",
  ext_i_1: "it must contain a string in double quotes, or base64.",
  ext_i_2: "it must contain a string in double quotes, or base64.",
};

/** The part of a message that says what an instruction must contain. */
function describeExpectedData(target: string): string {
  return EXPECTED[target] ?? "it must contain base64.";
}
