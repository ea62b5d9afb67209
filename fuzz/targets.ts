import fc from "fast-check";
import { toBase64 } from "../src/bytes/base64";
import { toHex } from "../src/bytes/hex";
import type { Reading } from "../src/formats/format";
import { checkPayload } from "./checks/document";
import { checkCaptures, checkInput, checkRepetition, ensurePayloads, type Given } from "./checks/reading";
import { checkEdit, checkEveryPlace, checkText } from "./checks/text";
import {
  anySent,
  listPayloads,
  type Sent,
  writeHar,
  writeHttp,
  writePcap,
  writePcapng,
  writeSaz,
} from "./inputs/containers";
import { anyDocument } from "./inputs/documents";
import { byteChanges, type Change, changeBytes } from "./inputs/mutations";
import {
  corpusInputs,
  corpusPayloads,
  corpusTexts,
  editedDocument,
  mutatedDump,
  mutatedInput,
  mutatedPayload,
  mutatedSample,
  mutatedText,
  mutatedTraffic,
  repetitiveText,
} from "./inputs/seeds";
import { defineTarget, type Target } from "./target";

const writeHex = (bytes: Uint8Array): string => toHex(bytes);
const writeGiven = ({ name, input }: Given): string =>
  `${name ?? "pasted"}: ${typeof input === "string" ? JSON.stringify(input) : `base64 ${toBase64(input)}`}`;

/** A check of something that has a length, which is the work. */
function checkAll<T extends { readonly length: number }>(check: (input: T) => void): (input: T) => number {
  return (input) => {
    check(input);
    return input.length;
  };
}

const payloadTargets = [
  defineTarget({ name: "documents", inputs: anyDocument, check: checkAll(checkPayload), write: writeHex }),
  defineTarget({
    name: "payloads",
    inputs: mutatedPayload,
    examples: corpusPayloads,
    check: checkAll(checkPayload),
    write: writeHex,
  }),
  defineTarget({
    name: "edits",
    inputs: editedDocument,
    check: ({ bytes, text }) => {
      checkEdit(bytes, text);
      return bytes.length + text.length;
    },
    write: ({ bytes, text }) => `${toHex(bytes)} and ${JSON.stringify(text)}`,
  }),
  defineTarget({
    name: "places",
    inputs: fc.oneof(anyDocument, mutatedPayload).map((bytes) => bytes.subarray(0, 90)),
    check: checkEveryPlace,
    write: writeHex,
  }),
  defineTarget({
    name: "xml",
    inputs: mutatedText,
    examples: corpusTexts,
    check: checkAll(checkText),
    write: (text) => JSON.stringify(text),
  }),
  defineTarget({
    name: "conversations",
    inputs: mutatedTraffic,
    check: (captures) => {
      checkCaptures(captures);
      return sumLengths(captures.map(({ payload }) => payload));
    },
    write: (captures) =>
      captures
        .map(({ payload, ...facts }) => JSON.stringify({ ...facts, payload: toHex(payload) }))
        .join("\n"),
  }),
];

function sumLengths(all: readonly { readonly length: number }[]): number {
  return all.reduce((sum, { length }) => sum + length, 0);
}

/** The work of reading an input: what is in it, and what came out, which can be far more. */
function workOf({ captures }: Reading, { input }: Given): number {
  return input.length + sumLengths(captures.map(({ payload }) => payload));
}

function inputTarget(name: string, inputs: fc.Arbitrary<Given>, examples: readonly Given[] = []): Target {
  return defineTarget({
    name,
    inputs,
    examples,
    check: async (given) => workOf(await checkInput(given), given),
    write: writeGiven,
  });
}

/** Exchanges in a container, and what is changed in the finished file. */
interface Packed {
  readonly sent: readonly Sent[];
  readonly changes: readonly Change<Uint8Array>[];
}

/** A target that packs exchanges, and finds each payload again if nothing in the file is changed. */
function containerTarget(
  name: string,
  file: string,
  pack: (sent: readonly Sent[]) => string | Uint8Array | Promise<Uint8Array>,
): Target {
  const open = async ({ sent, changes }: Packed): Promise<Given> => {
    const packed = await pack(sent);
    const bytes = typeof packed === "string" ? new TextEncoder().encode(packed) : packed;
    return { name: file, input: changeBytes(bytes, changes) };
  };
  return defineTarget({
    name,
    inputs: fc.record({ sent: anySent, changes: byteChanges }),
    check: async (packed) => {
      const given = await open(packed);
      const reading = await checkInput(given);
      if (packed.changes.length === 0) ensurePayloads(reading, listPayloads(packed.sent));
      return workOf(reading, given);
    },
    write: writePacked,
  });
}

function writePacked(packed: Packed): string {
  return JSON.stringify(packed, (_, value: unknown) => (value instanceof Uint8Array ? toHex(value) : value));
}

/** All targets of the fuzzer. */
export const targets: readonly Target[] = [
  ...payloadTargets,
  inputTarget("dumps", mutatedDump),
  inputTarget("logs", mutatedInput, corpusInputs),
  containerTarget("har", "sent.har", writeHar),
  containerTarget("http", "sent.txt", writeHttp),
  containerTarget("saz", "sent.saz", writeSaz),
  containerTarget("pcap", "sent.pcap", writePcap),
  containerTarget("pcapng", "sent.pcapng", writePcapng),
  inputTarget("saz-samples", mutatedSample(".saz")),
  defineTarget({
    name: "repetitions",
    inputs: repetitiveText,
    check: checkRepetition,
    write: (text) => JSON.stringify(text),
  }),
  inputTarget("pcap-samples", fc.oneof(mutatedSample(".pcap"), mutatedSample(".pcapng"))),
];
