import type { Patch } from "../bytes/patch";
import type { ByteRange, TextRange } from "../bytes/range";
import type { ElementEntry } from "../eas/catalogue";
import type { Direction } from "../eas/direction";
import type { SpecReference } from "../eas/elements/element";
import type { ProtocolVersion } from "../eas/versions";
import type { TokenKind } from "../wbxml/tokenTable";
import type { LintContext, Message } from "./message";
import type { MessageView } from "./view";

/**
 * `failure`: the payload is correct and says that something failed. `error`: the peer will reject or misread
 * it. `warning`: legal but suspicious. `info`: worth knowing, or impossible to decide from the payload.
 */
export type Severity = "failure" | "error" | "warning" | "info";

/** The status that a failure is about. */
export interface FailedStatus {
  /** The number: of a Status element, or of HTTP. */
  readonly value: number;
  readonly name: string;
  readonly command: string | undefined;
  /** Where an error in the request can be the reason. */
  readonly blamesRequest?: true;
}

/** One thing seen in the messages that has to do with a finding, and where, if it has a place of its own. */
export interface Observation {
  /** A sentence: "#8 returned 1839206, #10 sent 1839204." */
  readonly text: string;
  readonly messageIndex?: number;
  /** The bytes in that message. */
  readonly range?: ByteRange;
}

/**
 * What all fixes have in common. A `safe` fix does not change what else the message requests, resolves its
 * own finding and causes no new one.
 */
interface FixFacts {
  readonly title: string;
  readonly safe: boolean;
}

/** A fix that changes the message's XML text: the elements and their values. */
export interface TextFix extends FixFacts {
  readonly edits: readonly { readonly range: TextRange; readonly text: string }[];
  readonly patches?: undefined;
}

/**
 * A fix that changes the payload's bytes: how they are encoded. Patches use the original offsets, in order
 * and without overlap.
 */
export interface ByteFix extends FixFacts {
  readonly patches: readonly Patch[];
  readonly edits?: undefined;
}

/** A change that resolves a diagnostic. */
export type Fix = TextFix | ByteFix;

/** One finding about a payload. It always comes from a rule. */
export interface Diagnostic {
  /** The rule's id, "sms/options-max-two". */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, and what to do. */
  readonly message: string;
  /** The reason for the rule; for a failure, what usually leads to it and what to do. */
  readonly why: string;
  readonly spec: SpecReference;
  /** The bytes it applies to, in its own message. */
  readonly range: ByteRange;
  /** The corresponding range in the message's XML. */
  readonly textRange: TextRange;
  /** "AirSync:Options", if it is about an element. */
  readonly element?: string;
  /** The index of the message it is about. */
  readonly messageIndex: number;
  readonly fixes: readonly Fix[];
  /** The status that failed, for a failure. */
  readonly status?: FailedStatus;
  /** What else the messages show about it. */
  readonly observations?: readonly Observation[];
  /**
   * How many more findings the rule has in this message that are not listed. This finding stands for them: it
   * is at the first, as severe as the worst, and has no fixes.
   */
  readonly omitted?: number;
}

/**
 * What a rule may add to a message id: values for the message's placeholders, a severity, section or reason
 * other than the rule's own, fixes, bytes other than the node's, or, for text that was never encoded, a range
 * in the view's `xml`.
 */
export interface Details {
  readonly data?: Readonly<Record<string, string | undefined>>;
  readonly severity?: Severity;
  readonly spec?: SpecReference | undefined;
  readonly why?: string;
  readonly fixes?: readonly Fix[];
  readonly range?: ByteRange;
  readonly textRange?: TextRange;
  readonly status?: FailedStatus;
  readonly observations?: readonly Observation[];
  /** How many findings this one stands for, if there are so many that they are only counted; 1 if missing. */
  readonly count?: number | undefined;
}

/** Reports one of a rule's messages, by its id, for a node (-1 for the message as a whole). */
export type Report = (node: number, messageId: string, details?: Details) => void;

/** Like `Report`, for a session rule, which also specifies the message it is about. */
export type SessionReport = (
  message: MessageView,
  node: number,
  messageId: string,
  details?: Details,
) => void;

/** Checks one element or token of a message. */
export type Check = (node: number, view: MessageView, report: Report) => void;

/** The messages that a rule applies to. A missing property restricts nothing. */
export interface Applies {
  readonly commands?: readonly string[];
  readonly direction?: Direction;
  readonly versions?: readonly ProtocolVersion[];
}

/** A payload, or several of one session, that demonstrates a rule. */
export interface RuleExample {
  readonly title: string;
  /** Each message in order, as XML or hexadecimal bytes, with what is known about it. */
  readonly messages: readonly (string | (Message & { readonly hex?: string }))[];
  readonly context?: Partial<LintContext>;
  /** The ids of the messages that this rule reports, in order; `[]` for a clean example. */
  readonly finds: readonly string[];
  /** The first message after its first fix: as XML, or in hexadecimal if the fix changes bytes. */
  readonly fixed?: string;
  readonly fixedHex?: string;
}

/** One thing to check in payloads. Each rule has its own file; its examples are tests and documentation. */
export interface Rule {
  /** Path under `rules/`, "sms/options-max-two". */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly spec: SpecReference;
  /**
   * The schema rules whose errors at the same element an error of this rule states again, with the reason.
   * They are not shown beside it. A rule that goes by the folder restates none: what it says is another
   * finding.
   */
  readonly restates?: readonly `schema/${string}`[];
  readonly applies?: Applies;
  readonly why: string;
  /** By message id; `{name}` is replaced by the value of that name. */
  readonly messages: Readonly<Record<string, string>>;
  /** Called for each element with one of these keys ("AirSync:Options"), or with "*" for every element. */
  readonly elements?: Readonly<Record<string, Check>>;
  /**
   * Called once for each kind of element in a message (`undefined` for tags that have no entry). Returns the
   * check to call for each of them, if any, so that decisions about a kind are not repeated for each of a
   * hundred thousand elements.
   */
  readonly chooseCheck?: (entry: ElementEntry | undefined, view: MessageView) => Check | undefined;
  /** Called for each token of one of these kinds. */
  readonly tokens?: Readonly<Partial<Record<TokenKind, Check>>>;
  /** Called once per message. */
  readonly message?: (view: MessageView, report: Report) => void;
  /** Called once with all messages, in order. */
  readonly session?: (views: readonly MessageView[], report: SessionReport) => void;
  readonly examples: readonly RuleExample[];
}
