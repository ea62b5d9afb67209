import type { ByteRange, TextRange } from "../bytes/range";
import type { Direction } from "../eas/direction";

/**
 * Something missing or doubtful in an input, with its place: `text` if the input is text, `bytes` if it is
 * bytes.
 */
export interface InputProblem {
  /** Stable name of the problem in kebab-case, for tests and for links. */
  readonly code: string;
  /**
   * `error`: a payload could not be read. `warning`: bytes may be missing or wrong. `info`: the input was
   * ambiguous or unusual, but was understood.
   */
  readonly severity: "error" | "warning" | "info";
  /** What is wrong, where, and what to do, in plain words. */
  readonly message: string;
  readonly text?: TextRange;
  readonly bytes?: ByteRange;
}

/** The HTTP facts of a message as sent. Header names keep their case; look them up case-insensitively. */
export interface HttpFacts {
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  readonly reason?: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/**
 * Where in the input a capture was found: the path of a file in an archive, and the range of the bytes or
 * text.
 */
export interface Origin {
  readonly name?: string;
  readonly text?: TextRange;
  readonly bytes?: ByteRange;
}

/**
 * One message found in an input. `payload` holds the bytes of the body with transfer and content coding
 * removed; empty if the body was empty.
 */
export interface Capture {
  /** The label in a list: number, command and status if known. */
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
  /**
   * The input that it came from: the name of a file, or a name that the page gives. Unique among those open.
   */
  readonly source?: string;
  /**
   * When the message was sent, in milliseconds since 1970 UTC. Where the input gives no time zone, the time
   * is read as UTC and the reading's problems contain `time-without-zone`.
   */
  readonly startedAt?: number;
  /** How long the exchange took, in milliseconds, from the request to the end of its response. */
  readonly tookMs?: number;
  /** The name of the exchange within its source, "8": the same for a request and its response. */
  readonly exchange?: string;
  /** The host name of the server, in lower case, without a port. */
  readonly host?: string;
  /** The user as the client names it, "CONTOSO\\ada" or "ada@contoso.com". */
  readonly user?: string;
  readonly deviceId?: string;
  readonly deviceType?: string;
  readonly userAgent?: string;
}

/**
 * Something pasted or dropped. A paste is text. A file is bytes, and `text` is the decoded text if it is
 * text.
 */
export interface Input {
  readonly name: string | undefined;
  readonly text: string | undefined;
  readonly bytes: Uint8Array | undefined;
}

/** The result of recognising an input: the confidence (0 to 1), and the reason in one line for display. */
export interface Recognition {
  readonly confidence: number;
  readonly why: string;
}

/** The result of reading an input in a format. */
export interface Contents {
  readonly captures: readonly Capture[];
  readonly problems: readonly InputProblem[];
  /** How much of the input was read, in a few words for the summary: "from offset 0", "3 of 5 sessions". */
  readonly detail?: string;
}

/** How a long read reports progress, is cancelled, and asks for a password. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Called with 0 to 1 and a few words about what is being read. */
  readonly onProgress?: (done: number, what: string) => void;
  /** Called if a file is locked; resolves to the password, or `undefined` if the person gives up. */
  readonly askPassword?: (name: string, wasWrong: boolean) => Promise<string | undefined>;
}

/** The options for reading a format: those of the whole read, and the reader itself. */
export interface FormatOptions extends ReadOptions {
  /**
   * `readInput` of read.ts, for a text within the input that can be in any format. It is passed down because
   * that module imports all formats. Without it, such a text stays as it is.
   */
  readonly readInput?: (text: string, options: ReadOptions) => Promise<Reading>;
}

/**
 * One way an input can be written. `recognise` looks at a bounded part of it and never throws. `read` is
 * total too: anything it can't read becomes a problem. Long reads pause (pace.ts), and reject if
 * `options.signal` is aborted, with its reason.
 */
export interface Format {
  /** Stable name in kebab-case. */
  readonly id: string;
  /** The display name: "hexdump -C". */
  readonly title: string;
  readonly recognise: (input: Input) => Recognition | undefined;
  readonly read: (input: Input, options: FormatOptions) => Contents | Promise<Contents>;
}

/** Another format that could read the input; `read` reads it in that format. */
export interface Alternative {
  readonly format: string;
  readonly title: string;
  readonly why: string;
  readonly read: (options?: ReadOptions) => Promise<Reading>;
}

/**
 * The format that an input was read as, and what was found. Nothing is dropped silently: anything missing or
 * doubtful is listed as a problem.
 */
export interface Reading {
  /** The ID of the chosen format; "unknown" if none fits (then `problems` says what was expected). */
  readonly format: string;
  readonly title: string;
  /** One short line for display: "hexdump -C, 896 bytes, from offset 0". */
  readonly summary: string;
  readonly captures: readonly Capture[];
  readonly alternatives: readonly Alternative[];
  readonly problems: readonly InputProblem[];
}
