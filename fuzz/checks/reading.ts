import type { Capture, InputProblem, Reading } from "../../src/formats/format";
import { conversations, decode, encode, lintCaptures, readInput } from "../../src/index";
import { ensure, ensureBytesInside, ensureReadable, ensureTextInside } from "../ensure";
import { checkFindings } from "./document";
import { checkCompletion } from "./text";

/** Something pasted or dropped. */
export interface Given {
  readonly name: string | undefined;
  readonly input: string | Uint8Array;
}

/** The alternatives of an input that are read too: each costs as much as the input itself. */
const ALTERNATIVES = 3;

/** Reads an input, and in the first other formats offered, and checks all that comes of it. */
export async function checkInput(given: Given): Promise<Reading> {
  const reading = await readInput(given.input, given.name);
  checkReading(reading, given);
  for (const { read } of reading.alternatives.slice(0, ALTERNATIVES)) checkReading(await read({}), given);
  checkCaptures(reading.captures);
  return reading;
}

/**
 * Reads a long text, encodes it and completes at its end, and nothing else: what grows faster than the text
 * stands out by its time. Returns the work.
 */
export async function checkRepetition(input: string): Promise<number> {
  checkReading(await readInput(input), { input, name: undefined });
  encode(input);
  checkCompletion(input, input.length);
  return input.length;
}

/** Formats whose captures and problems have places in the files inside. */
const ARCHIVES = new Set(["zip", "gzip", "saz", "charles"]);

function checkReading({ captures, problems, summary, format }: Reading, { input }: Given): void {
  const words = typeof input === "string" ? input : new TextDecoder("latin1").decode(input);
  ensureReadable(summary, words, "the summary");
  for (const one of [...problems, ...captures.flatMap((capture) => capture.problems)]) {
    ensureReadable(one.message, words, one.code);
    if (!ARCHIVES.has(format)) checkPlaces(one, input.length, one.code);
  }
  for (const { origin, label } of captures)
    if (origin.name === undefined && !ARCHIVES.has(format)) checkPlaces(origin, input.length, label);
}

function checkPlaces(
  { text, bytes }: Pick<InputProblem, "text" | "bytes">,
  length: number,
  what: string,
): void {
  if (text !== undefined) ensureTextInside(text, length, what);
  if (bytes !== undefined) ensureBytesInside(bytes, length, what);
}

/** Checks what captures say together: the findings of all of them, and their conversations. */
export function checkCaptures(captures: readonly Capture[]): void {
  const findings = lintCaptures(captures);
  captures.forEach((capture, index) => {
    const own = findings.filter(({ messageIndex }) => messageIndex === index);
    if (own.length > 0 && isWbxml(capture)) checkFindings(own, decode(capture.payload), "lintCaptures");
  });
  const known = (index: number | undefined): boolean => index === undefined || index < captures.length;
  for (const { exchanges } of conversations(captures))
    for (const { request, response } of exchanges)
      ensure(known(request) && known(response), `an exchange of captures ${request} and ${response}`);
}

function isWbxml({ contentType, payload }: Capture): boolean {
  return payload.length > 0 && (contentType === undefined || /wbxml|ms-sync/.test(contentType));
}

/** Throws if payloads are not among the captures of a reading. */
export function ensurePayloads({ captures, format }: Reading, payloads: readonly Uint8Array[]): void {
  const found = new Set(captures.map(({ payload }) => String(payload)));
  const lost = payloads.findIndex((payload) => !found.has(String(payload)));
  ensure(lost < 0, `payload ${lost} is not among the ${captures.length} captures found in ${format}`);
}
