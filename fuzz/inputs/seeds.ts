import fc from "fast-check";
import { templates } from "../../src/craft/templates/templates";
import type { Capture } from "../../src/formats/format";
import { copyForms } from "../../src/formats/write/copyForms";
import { decode, encode } from "../../src/index";
import { dayOf, enrolment, toTraffic } from "../../src/testing/traffic";
import type { Given } from "../checks/reading";
import { type CorpusFile, readCorpus, readDumpSamples, readFileSamples } from "./corpus";
import { anyDocument, easDocument } from "./documents";
import { byteChanges, changeBytes, changeText, concat, snippets, textChanges } from "./mutations";
import { editXml, xmlEdits } from "./xmlEdits";

// What is mutated: messages of every command, generated documents, and the files of the corpus.

const messages: readonly string[] = templates.flatMap(({ xml }) => xml("16.1") ?? xml("14.1") ?? []);
const payloads: readonly Uint8Array[] = [
  ...messages.map((xml) => encode(xml).bytes),
  ...readCorpus("payloads").map(({ bytes }) => bytes),
];

const utf8 = new TextDecoder();
const toText = ({ bytes }: CorpusFile): string => utf8.decode(bytes);

/** The payloads of the corpus, as they are. */
export const corpusPayloads: readonly Uint8Array[] = readCorpus("payloads").map(({ bytes }) => bytes);

/** The texts of the corpus, as they are. */
export const corpusTexts: readonly string[] = readCorpus("xml").map(toText);

/** Payloads with changes, and two cut in the middle and joined. */
export const mutatedPayload: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...payloads), byteChanges).map(applyToBytes) },
  { weight: 4, arbitrary: fc.tuple(anyDocument, byteChanges).map(applyToBytes) },
  fc
    .tuple(anyDocument, fc.constantFrom(...payloads), fc.nat(200), fc.nat(200))
    .map(([one, other, end, start]) => concat([one.subarray(0, end), other.subarray(start)])),
);

function applyToBytes([bytes, changes]: [Uint8Array, Parameters<typeof changeBytes>[1]]): Uint8Array {
  return changeBytes(bytes, changes);
}

function applyToText([text, changes]: [string, Parameters<typeof changeText>[1]]): string {
  return changeText(text, changes);
}

/** A text with edits that keep it well-formed, mostly, or with any changes. */
function changed(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(texts, xmlEdits).map(([text, edits]) => editXml(text, edits)) },
    { weight: 1, arbitrary: fc.tuple(texts, textChanges).map(applyToText) },
  );
}

/** XML of messages and of generated documents, with changes. */
export const mutatedText: fc.Arbitrary<string> = changed(
  fc.oneof(
    fc.constantFrom(...messages, ...corpusTexts),
    fc.oneof(anyDocument, easDocument, mutatedPayload).map((bytes) => decode(bytes).xml),
  ),
);

/** A document, and its text with changes. */
export interface EditedDocument {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** Documents, sound or damaged, each with an edited text. */
export const editedDocument: fc.Arbitrary<EditedDocument> = fc
  .tuple(
    fc.oneof(easDocument, anyDocument, mutatedPayload),
    fc.option(xmlEdits, { freq: 8, nil: undefined }),
    textChanges,
  )
  .map(([bytes, edits, changes]) => {
    const { xml } = decode(bytes);
    return { bytes, text: edits === undefined ? changeText(xml, changes) : editXml(xml, edits) };
  });

const named = (name: string | undefined, input: string | Uint8Array): Given => ({ name, input });

const inputFiles = readCorpus("inputs");

/** The inputs of the corpus, as they are: logs, sessions of proxies, pasted messages. */
export const corpusInputs: readonly Given[] = inputFiles.map(({ name, bytes }) => named(name, bytes));

const isBinary = ({ name }: CorpusFile): boolean => name.endsWith(".mitm");

/** The inputs of the corpus with changes, as files and as pastes. */
export const mutatedInput: fc.Arbitrary<Given> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(fc.constantFrom(...inputFiles.filter((file) => !isBinary(file))), textChanges, fc.boolean())
      .map(([file, changes, isPaste]) => toGiven(file.name, changeText(toText(file), changes), isPaste)),
  },
  fc
    .tuple(fc.constantFrom(...inputFiles.filter(isBinary)), byteChanges)
    .map(([{ name, bytes }, changes]) => named(name, changeBytes(bytes, changes))),
);

function toGiven(name: string, text: string, isPaste: boolean): Given {
  return isPaste ? named(undefined, text) : named(name, new TextEncoder().encode(text));
}

const REPEATED = 20_000;

/** A text of the corpus that is cut somewhere and goes on with a few characters over and over. */
export const repetitiveText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...inputFiles.filter((file) => !isBinary(file)).map(toText), ...corpusTexts),
    fc.nat(2000),
    fc.array(fc.oneof(fc.constantFrom(...snippets), fc.string({ maxLength: 3 })), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.boolean(),
  )
  .map(([text, cut, parts, isClosed]) => {
    const part = parts.join("");
    const repeated = part.repeat(part === "" ? 0 : Math.ceil(REPEATED / part.length));
    const at = cut % (text.length + 1);
    return text.slice(0, at) + repeated + (isClosed ? text.slice(at) : "");
  });

const writtenDump = fc
  .tuple(fc.constantFrom(...copyForms), mutatedPayload)
  .map(([form, bytes]) => form.write(bytes));

/** Payloads as text in every form that a tool or this page writes, with changes. */
export const mutatedDump: fc.Arbitrary<Given> = fc
  .tuple(fc.oneof(fc.constantFrom(...readDumpSamples().map(toText)), writtenDump), textChanges, fc.boolean())
  .map(([text, changes, isPaste]) => toGiven("dump.txt", changeText(text, changes), isPaste));

/** The sample files with an extension, with changes. */
export function mutatedSample(extension: string): fc.Arbitrary<Given> {
  return fc
    .tuple(fc.constantFrom(...readFileSamples(extension)), byteChanges)
    .map(([{ name, bytes }, changes]) => named(name, changeBytes(bytes, changes)));
}

const day: readonly Capture[] = toTraffic([...enrolment, ...dayOf(3)]);

/** The captures of a device's day, some of them damaged, lost, repeated, out of order or of unknown kind. */
export const mutatedTraffic: fc.Arbitrary<readonly Capture[]> = fc
  .tuple(
    fc.array(fc.record({ at: fc.nat(day.length - 1), changes: byteChanges, isKnown: fc.boolean() }), {
      maxLength: 16,
    }),
    fc.boolean(),
  )
  .map(([list, isOrdered]) => {
    const kept = isOrdered ? list.toSorted((a, b) => a.at - b.at) : list;
    return kept.flatMap(({ at, changes, isKnown }) => changeCapture(day[at], changes, isKnown));
  });

function changeCapture(
  capture: Capture | undefined,
  changes: Parameters<typeof changeBytes>[1],
  isKnown: boolean,
): readonly Capture[] {
  if (capture === undefined) return [];
  const { command: _, exchange: __, ...unknown } = capture;
  const payload = changeBytes(capture.payload, changes);
  return [isKnown ? { ...capture, payload } : { ...unknown, direction: undefined, payload }];
}
