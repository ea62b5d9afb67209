import type { ByteRange, TextRange } from "../bytes/range";
import type { Direction } from "../eas/direction";

/**
 * What is missing or doubtful in an input, with its place there: `text` where the input is text, `bytes`
 * where it is bytes.
 */
export interface InputProblem {
  /** Stable name of the problem in kebab-case, for tests and for links. */
  readonly code: string;
  /**
   * `error`: a payload could not be read. `warning`: bytes may be missing or wrong. `info`: something was
   * understood that was not plain.
   */
  readonly severity: "error" | "warning" | "info";
  /** What is wrong, where, and what to do, in plain words. */
  readonly message: string;
  readonly text?: TextRange;
  readonly bytes?: ByteRange;
}

/** The HTTP facts of a message as sent. Header names keep their case; look them up without regard to it. */
export interface HttpFacts {
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  readonly reason?: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/**
 * Where in the input a capture was found: for a file in an archive its path, and the range of the bytes or
 * text it came from.
 */
export interface Origin {
  readonly name?: string;
  readonly text?: TextRange;
  readonly bytes?: ByteRange;
}

/**
 * One message found in an input. `payload` holds the body's bytes with transfer and content coding undone;
 * empty where the body was.
 */
export interface Capture {
  /** What a list shows for it: number, command and status where known. */
  readonly label: string;
  readonly direction: Direction | undefined;
  /** The EAS command ("Sync"), if the input names it. */
  readonly command?: string;
  /** The protocol version ("14.1"), if the input names it. */
  readonly version?: string;
  readonly http?: HttpFacts;
  readonly payload: Uint8Array;
  readonly contentType?: string;
  /** Further parts of a multipart response, part 1 onward (part 0 is `payload`). */
  readonly parts?: readonly Uint8Array[];
  readonly origin: Origin;
  readonly problems: readonly InputProblem[];
}

/**
 * Something pasted or dropped. A paste is text; a file is bytes, and `text` is its decoding where it has one.
 */
export interface Input {
  readonly name: string | undefined;
  readonly text: string | undefined;
  readonly bytes: Uint8Array | undefined;
}

/** That a format can read an input: how sure (0 to 1) and why, in one line for a person. */
export interface Recognition {
  readonly confidence: number;
  readonly why: string;
}

/** What a format made of an input. */
export interface Contents {
  readonly captures: readonly Capture[];
  readonly problems: readonly InputProblem[];
  /** How much of the input that is, in a few words for the summary: "from offset 0", "3 of 5 sessions". */
  readonly detail?: string;
}

/** How a long read reports progress, is cancelled, and asks for a password. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Called with 0 to 1 and a few words of what is being read. */
  readonly onProgress?: (done: number, what: string) => void;
  /** Called when a file is locked; resolves to the password, or `undefined` where the person gave up. */
  readonly askPassword?: (name: string, wasWrong: boolean) => Promise<string | undefined>;
}

/** The options a format reads with: those of the whole read, and the reader itself. */
export interface FormatOptions extends ReadOptions {
  /**
   * `readInput` of read.ts, for a text within the input that may be in any format. It is handed down, since
   * that module imports all formats. Without it such a text stays as it is.
   */
  readonly readInput?: (text: string, options: ReadOptions) => Promise<Reading>;
}

/**
 * One way an input can be written. `recognise` looks at a bounded part of it and never throws. `read` is
 * total too: what it cannot read becomes a problem; long reads pause (pace.ts), and reject where
 * `options.signal` is aborted, with its reason.
 */
export interface Format {
  /** Stable name in kebab-case. */
  readonly id: string;
  /** What a person reads: "hexdump -C". */
  readonly title: string;
  readonly recognise: (input: Input) => Recognition | undefined;
  readonly read: (input: Input, options: FormatOptions) => Contents | Promise<Contents>;
}

/** Another format that could read the input; `read` reads it that way. */
export interface Alternative {
  readonly format: string;
  readonly title: string;
  readonly why: string;
  readonly read: (options?: ReadOptions) => Promise<Reading>;
}

/**
 * The format that an input was read as, and what was found. Nothing is left out silently: whatever is missing
 * or doubtful is listed as a problem.
 */
export interface Reading {
  /** The chosen format's id; "unknown" where none fits (then `problems` says what was expected). */
  readonly format: string;
  readonly title: string;
  /** One short line for a person: "hexdump -C, 896 bytes, from offset 0". */
  readonly summary: string;
  readonly captures: readonly Capture[];
  readonly alternatives: readonly Alternative[];
  readonly problems: readonly InputProblem[];
}
