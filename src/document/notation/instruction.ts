import { fromBase64 } from "../../bytes/base64";
import type { TextRange } from "../../bytes/range";
import { isUtf8 } from "../../wbxml/charset";
import { GlobalToken } from "../../wbxml/globalToken";
import { tableString } from "../../wbxml/tree";
import type { XmlInstruction } from "../../xml/parse";
import { addLeaf, addProblem, addText, flushRun, type LeafContent, type Planning } from "../plan/plan";
import { readNumber } from "./attributeNotation";
import { easHeader, type PlannedHeader, plannedHeaderText, readHeaderText } from "./headerNotation";
import { LONGEST_QUOTED } from "./leafNotation";
import { unquote } from "./quoting";

const KNOWN =
  "str_i, split, char, opaque, crlf, str_t, entity, ext_i_0…2, ext_t_0…2, ext_0…2, pi, malformed and wbxml";

/**
 * Adds what a processing instruction of the notation says to the plan; an unknown or unreadable one is a
 * problem.
 */
export function planInstruction(
  planning: Planning,
  { target, data, range }: XmlInstruction,
  parent: number,
): void {
  if (target === "char") return planCharacter(planning, data, range, parent);
  flushRun(planning);
  if (target === "split") return;
  if (target === "crlf") {
    planning.crlf = range;
    return;
  }
  if (target === "wbxml") return planHeader(planning, data, range, parent);
  const read = READERS[target];
  if (read === undefined)
    return addProblem(
      planning,
      "unknown-instruction",
      "error",
      `No instruction is named ${target}, so it has no bytes. Remove it; what can be written is ${KNOWN}.`,
      range,
    );
  const content = read(data.trim());
  if (content === undefined)
    return addProblem(
      planning,
      "instruction-syntax",
      "error",
      `<?${target}?> can't be read: ${EXPECTED[target] ?? EXPECTED["bytes"] ?? ""}`,
      range,
    );
  if (target === "str_t") checkQuoted(planning, content, data, range);
  addLeaf(planning, content, range, parent);
}

/**
 * Beside a string table index stands the string, for people. Where it is another one, somebody changed the
 * wrong thing.
 */
function checkQuoted(
  { header, problems }: Planning,
  content: LeafContent,
  data: string,
  range: TextRange,
): void {
  const quoted = /"([^"]*)"/.exec(data)?.[1];
  if (quoted === undefined || content.kind !== "integer") return;
  const there = tableString(header.stringTable, header.charset, content.value, LONGEST_QUOTED);
  if (there === undefined || there === unquote(quoted)) return;
  const message =
    "The string table holds another string at this index, and the index decides. Change strtbl in " +
    "<?wbxml?>, or write the text in place of the instruction.";
  problems.push({ code: "string-table-text-differs", severity: "warning", message, range });
}

function planCharacter(planning: Planning, data: string, range: TextRange, parent: number): void {
  const code = Number.parseInt(/^U\+([0-9A-Fa-f]{1,6})$/.exec(data.trim())?.[1] ?? "", 16);
  if (code <= 0x10ffff) return addText(planning, String.fromCodePoint(code), range, parent);
  addProblem(
    planning,
    "instruction-syntax",
    "error",
    "A character is named <?char U+0001?>, by its code point.",
    range,
  );
}

/**
 * What `<?wbxml …?>` says is taken as the document's header where it stands before everything, and as that of
 * a next document elsewhere.
 */
function planHeader(planning: Planning, data: string, range: TextRange, parent: number): void {
  const header = readHeaderText(data);
  if (header === undefined) {
    addProblem(
      planning,
      "instruction-syntax",
      "error",
      'A header is written <?wbxml version="1.3" publicid="1" charset="utf-8"?>, with strtbl="…" for a ' +
        "string table.",
      range,
    );
  } else if (planning.nodes.length === 0 && parent < 0 && planning.headerRange === undefined) {
    planning.header = header;
    planning.headerRange = range;
  } else if (isNextHeader(planning, header, parent)) {
    addLeaf(planning, { kind: "header", header }, range, parent);
  } else {
    addProblem(
      planning,
      "instruction-misplaced",
      "error",
      "A header stands before everything else. That of a second body stands behind a root element, in " +
        '<wbxml:body>, and names a version only: <?wbxml version="1.3"?>.',
      range,
    );
  }
}

/**
 * Whether a header is read as that of a second document: behind a root element, and of the only kind that is
 * looked for there.
 */
function isNextHeader({ rooted, header: first }: Planning, header: PlannedHeader, parent: number): boolean {
  const { version = 0 } = header;
  const isOrdinary =
    version > 0 &&
    version <= 3 &&
    plannedHeaderText({ ...header, version: 3 }) === plannedHeaderText(easHeader);
  return isOrdinary && parent < 0 && isUtf8(first.charset) && rooted;
}

type LeafReader = (data: string) => LeafContent | undefined;

const bytesOf =
  (kind: "string-bytes" | "opaque" | "malformed"): LeafReader =>
  (data) => {
    const bytes = fromBase64(data);
    return bytes && { kind, bytes };
  };

const numberOf =
  (token: number): LeafReader =>
  (data) => {
    const value = readNumber(data);
    return value === undefined ? undefined : { kind: "integer", token, value };
  };

const extensionOf =
  (token: number): LeafReader =>
  (data) => {
    const quoted = /^"([^"]*)"$/.exec(data)?.[1];
    const text = quoted === undefined ? undefined : unquote(quoted);
    if (text !== undefined) return { kind: "extension-string", token, text };
    const bytes = quoted === undefined ? fromBase64(data) : undefined;
    return bytes && { kind: "extension-bytes", token, bytes };
  };

/** The string after a table index is there to be read by people; the index decides. */
const tableIndex: LeafReader = (data) =>
  numberOf(GlobalToken.STR_T)(/^(\d+)(?:\s+"[^"]*")?$/.exec(data)?.[1] ?? "");

const emptyString: LeafContent = { kind: "text", text: "" };

const READERS: Readonly<Record<string, LeafReader>> = {
  str_i: (data) => (data === "" ? emptyString : bytesOf("string-bytes")(data)),
  opaque: bytesOf("opaque"),
  malformed: bytesOf("malformed"),
  str_t: tableIndex,
  entity: numberOf(GlobalToken.ENTITY),
  ext_t_0: numberOf(GlobalToken.EXT_T_0),
  ext_t_1: numberOf(GlobalToken.EXT_T_1),
  ext_t_2: numberOf(GlobalToken.EXT_T_2),
  ext_i_0: extensionOf(GlobalToken.EXT_I_0),
  ext_i_1: extensionOf(GlobalToken.EXT_I_1),
  ext_i_2: extensionOf(GlobalToken.EXT_I_2),
  ext_0: () => ({ kind: "byte", token: GlobalToken.EXT_0 }),
  ext_1: () => ({ kind: "byte", token: GlobalToken.EXT_1 }),
  ext_2: () => ({ kind: "byte", token: GlobalToken.EXT_2 }),
  pi: (data) => ({ kind: "instruction", attributes: data }),
};

const EXPECTED: Readonly<Record<string, string>> = {
  bytes: "it holds base64.",
  str_t: 'it holds an index into the string table, <?str_t 12?>, and may quote the string: <?str_t 12 "…"?>.',
  entity: "it holds a code point as a decimal number, <?entity 160?>.",
  ext_t_0: "it holds a decimal number.",
  ext_t_1: "it holds a decimal number.",
  ext_t_2: "it holds a decimal number.",
  ext_i_0: "it holds a string in double quotes, or base64.",
  ext_i_1: "it holds a string in double quotes, or base64.",
  ext_i_2: "it holds a string in double quotes, or base64.",
};
