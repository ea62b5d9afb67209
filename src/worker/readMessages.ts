import type { NamedFile } from "../formats/files/readFiles";
import type { Alternative, Capture, InputProblem, Reading } from "../formats/format";
import type { AlternativePlace } from "../formats/given";

/** What the page sends to the worker that reads. */
export type ToReadWorker =
  /** The next piece of a text, which is sent before the request to read it. */
  | { readonly kind: "text"; readonly id: number; readonly text: string }
  /** Reads files, or the text that was sent with this number; then the alternative at `path`, if any. */
  | {
      readonly kind: "read";
      readonly id: number;
      readonly files: readonly NamedFile[] | undefined;
      readonly path: readonly AlternativePlace[];
    }
  /** The answer to a question for a password; `undefined` gives up. */
  | { readonly kind: "password"; readonly id: number; readonly password: string | undefined };

/** A reading without its long lists, which come before it, and without functions, which can't be sent. */
export interface SentReading extends Pick<Reading, "format" | "title" | "summary"> {
  readonly alternatives: readonly Omit<Alternative, "read">[];
}

/** What the worker that reads sends; a report other than the first is about the read with that number. */
export type ReadReport =
  /** The worker runs. */
  | { readonly kind: "ready" }
  | { readonly kind: "progress"; readonly id: number; readonly done: number; readonly what: string }
  | { readonly kind: "password"; readonly id: number; readonly name: string; readonly wasWrong: boolean }
  /** The next captures and problems of the reading. */
  | {
      readonly kind: "found";
      readonly id: number;
      readonly captures: readonly Capture[];
      readonly problems: readonly InputProblem[];
    }
  | { readonly kind: "reading"; readonly id: number; readonly reading: SentReading }
  /** Our code is wrong. */
  | { readonly kind: "crash"; readonly id: number; readonly crash: string };
