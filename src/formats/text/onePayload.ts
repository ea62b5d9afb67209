import { trimBytes } from "../../bytes/growing";
import type { Contents, Format, Input, ReadOptions } from "../format";
import { inputText } from "../inputText";
import { likeness } from "../likeness";
import { runAtOnce, runPaced, type Steps } from "../pace";
import { originIn, plainCapture } from "../plainCapture";
import type { Decoded } from "./decoded";
import { payloadsInARow } from "./inARow";

/** How many characters of a text are examined to recognise it. */
const SAMPLE = 8192;

/**
 * How well a text fits a notation before the bytes are examined: the confidence is between `floor` and
 * `ceiling`; `why` is the reason in one line.
 */
export interface Fit {
  readonly floor: number;
  readonly ceiling: number;
  readonly why: string;
}

/** A notation for the bytes of one payload. `fit` receives a bounded sample; `decode` is total. */
export interface Notation {
  readonly id: string;
  readonly title: string;
  readonly fit: (sample: string, whole: boolean) => Fit | undefined;
  readonly decode: (text: string) => Steps<Decoded>;
}

/**
 * The sample of a text that `recognise` looks at, cut at a line end or separator if there is one, and whether
 * it is the whole text.
 */
export function takeSample(text: string): { readonly sample: string; readonly whole: boolean } {
  if (text.length <= SAMPLE) return { sample: text, whole: true };
  const cut = Math.max(
    text.lastIndexOf("\n", SAMPLE),
    text.lastIndexOf(" ", SAMPLE),
    text.lastIndexOf(",", SAMPLE),
  );
  return { sample: text.slice(0, cut > SAMPLE / 2 ? cut : SAMPLE - (SAMPLE % 4)), whole: false };
}

/**
 * A format for one payload in the given notation; its confidence depends on what the decoded bytes look like.
 */
export function onePayload(notation: Notation): Format {
  return {
    id: notation.id,
    title: notation.title,
    recognise: ({ text }) => {
      if (text === undefined) return undefined;
      const { sample, whole } = takeSample(text);
      const fit = notation.fit(sample, whole);
      if (fit === undefined) return undefined;
      const { bytes } = runAtOnce(notation.decode(sample));
      if (bytes.length === 0) return undefined;
      return {
        confidence: fit.floor + (fit.ceiling - fit.floor) * likeness(bytes, whole).score,
        why: fit.why,
      };
    },
    read: (input, options) => readOne(input, notation, options),
  };
}

async function readOne(input: Input, { title, decode }: Notation, options: ReadOptions): Promise<Contents> {
  const text = inputText(input);
  const { bytes, problems } = await runPaced(decode(text), options, title);
  if (bytes.length === 0) return { captures: [], problems };
  const parts = await runPaced(payloadsInARow(text, bytes, decode), options, title);
  if (parts.length > 0) {
    const captures = parts.map(({ from, to, ...part }, i) =>
      plainCapture(part.bytes, `${title} ${i + 1}`, originIn(input, from, to), { problems: part.problems }),
    );
    return { captures, problems: [] };
  }
  return {
    captures: [plainCapture(trimBytes(bytes), title, originIn(input, 0, text.length), { problems })],
    problems: [],
  };
}
