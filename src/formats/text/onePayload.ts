import type { Contents, Format, Input, ReadOptions } from "../format";
import { inputText } from "../inputText";
import { likeness } from "../likeness";
import { runAtOnce, runPaced, type Steps } from "../pace";
import { originIn, plainCapture } from "../plainCapture";
import type { Decoded } from "./decoded";
import { payloadsInARow } from "./inARow";

/** How many characters of a text are looked at to recognise it. */
const SAMPLE = 8192;

/**
 * How a text fits a notation before the bytes are looked at: at the least `floor`, at the most `ceiling`;
 * `why` in one line.
 */
export interface Fit {
  readonly floor: number;
  readonly ceiling: number;
  readonly why: string;
}

/** A notation for the bytes of one payload. `fit` sees a bounded sample; `decode` is total. */
export interface Notation {
  readonly id: string;
  readonly title: string;
  readonly fit: (sample: string, whole: boolean) => Fit | undefined;
  readonly decode: (text: string) => Steps<Decoded>;
}

/**
 * The sample of a text that `recognise` may look at, cut at a line end or separator where there is one, and
 * whether it is all of it.
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
 * A format whose input is one payload in the given notation; how sure it is depends on what the bytes turn
 * out to look like.
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
    captures: [plainCapture(bytes.slice(), title, originIn(input, 0, text.length), { problems })],
    problems: [],
  };
}
