import { bodyStart } from "../wbxml/likeness";
import type { Contents, Format, Input, InputProblem, ReadOptions, Recognition } from "./format";
import { inputText } from "./inputText";
import { likeness } from "./likeness";
import { runAtOnce, runPaced, type Steps, scaleSteps } from "./pace";
import { charSteps } from "./text/escaped";

/** How many bytes are examined to recognise a document. */
const HEAD = 65_536;

function isLatin1(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0xff) return false;
  return true;
}

interface Raw {
  readonly bytes: Uint8Array;
  readonly problems: readonly InputProblem[];
}

/** The characters of a paste as bytes, one each or UTF-8, whichever looks more like WBXML. */
function* readPastedBytes(text: string, whole: boolean): Steps<Raw> {
  const asUtf8 = yield* scaleSteps(charSteps(text, "utf8"), 0, 0.5);
  if (!isLatin1(text)) return asUtf8;
  const asBytes = yield* scaleSteps(charSteps(text, "byte"), 0.5, 1);
  return likeness(asBytes.bytes, whole).score >= likeness(asUtf8.bytes, whole).score ? asBytes : asUtf8;
}

/** The first bytes of the input. */
function readHead(input: Input): Uint8Array {
  if (input.bytes !== undefined) return input.bytes.subarray(0, HEAD);
  const text = inputText(input);
  return runAtOnce(readPastedBytes(text.slice(0, HEAD), text.length <= HEAD)).bytes;
}

async function read(input: Input, options: ReadOptions): Promise<Contents> {
  const text = inputText(input);
  const { bytes, problems } =
    input.bytes === undefined
      ? await runPaced(readPastedBytes(text, true), options, "characters")
      : { bytes: input.bytes, problems: [] };
  const named = input.name === undefined ? {} : { name: input.name };
  const place =
    input.bytes === undefined
      ? { text: { from: 0, to: text.length } }
      : { bytes: { start: 0, end: bytes.length } };
  return {
    captures: [
      {
        label: input.name ?? "WBXML",
        direction: undefined,
        payload: bytes,
        origin: { ...named, ...place },
        problems,
      },
    ],
    problems: [],
  };
}

/** A file without a header: complete elements and nothing else. */
function recogniseBody(input: Input, bytes: Uint8Array, whole: boolean): Recognition | undefined {
  if (input.bytes === undefined || likeness(bytes, whole).kind !== "wbxml-body") return undefined;
  return { confidence: 0.45, why: "WBXML elements without a header" };
}

/**
 * A WBXML document itself [WAP-192 5.3]: bytes that start with a header, or a paste that contains such bytes
 * as characters.
 */
export const wbxml: Format = {
  id: "wbxml",
  title: "WBXML",
  recognise: (input) => {
    if (input.bytes === undefined && !(inputText(input).charCodeAt(0) <= 3)) return undefined;
    const size = input.bytes?.length ?? input.text?.length ?? 0;
    const bytes = readHead(input);
    const whole = size <= HEAD;
    if (bodyStart(bytes, whole) === undefined) return recogniseBody(input, bytes, whole);
    return {
      confidence: 0.5 + 0.49 * likeness(bytes, whole).score,
      why: "starts with the version, public identifier and charset of WBXML",
    };
  },
  read,
};
