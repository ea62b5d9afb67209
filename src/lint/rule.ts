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
 * `error`: the peer will refuse or misread it. `warning`: legal and suspicious. `info`: worth knowing, or not
 * to be decided here.
 */
export type Severity = "error" | "warning" | "info";

/**
 * What every fix has. A `safe` fix changes nothing else that the message asks for, ends its own finding and
 * causes no new one.
 */
interface FixFacts {
  readonly title: string;
  readonly safe: boolean;
}

/** A fix by changing the message's XML text: what the elements and their values say. */
export interface TextFix extends FixFacts {
  readonly edits: readonly { readonly range: TextRange; readonly text: string }[];
  readonly patches?: undefined;
}

/**
 * A fix by changing the payload's bytes: how they are encoded. Patches in old offsets, in order and apart.
 */
export interface ByteFix extends FixFacts {
  readonly patches: readonly Patch[];
  readonly edits?: undefined;
}

/** A change that corrects what a diagnostic is about. */
export type Fix = TextFix | ByteFix;

/** One finding about a payload. It always comes from a rule. */
export interface Diagnostic {
  /** The rule's id, "sms/options-max-two". */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong here, and what to do. */
  readonly message: string;
  /** Why that is so. */
  readonly why: string;
  readonly spec: SpecReference;
  /** The bytes it is about, in its own message. */
  readonly range: ByteRange;
  /** The same in the message's XML. */
  readonly textRange: TextRange;
  /** "AirSync:Options", where it is about an element. */
  readonly element?: string;
  /** Which of the messages it is about, from 0. */
  readonly messageIndex: number;
  readonly fixes: readonly Fix[];
}

/**
 * What a rule may add to the message's id: values for the message, a severity or a section other than the
 * rule's own, fixes, bytes other than the node's, or, for text that was never encoded, a place in the view's
 * `xml`.
 */
export interface Details {
  readonly data?: Readonly<Record<string, string | undefined>>;
  readonly severity?: Severity;
  readonly spec?: SpecReference | undefined;
  readonly fixes?: readonly Fix[];
  readonly range?: ByteRange;
  readonly textRange?: TextRange;
}

/** Reports one of a rule's messages, by its id, about a node (-1 for the message as a whole). */
export type Report = (node: number, messageId: string, details?: Details) => void;

/** The same for a session rule, which also names the message it is about. */
export type SessionReport = (
  message: MessageView,
  node: number,
  messageId: string,
  details?: Details,
) => void;

/** Looks at one element, or token, of a message. */
export type Check = (node: number, view: MessageView, report: Report) => void;

/** The messages that a rule is for. A property that is left out restricts nothing. */
export interface Applies {
  readonly commands?: readonly string[];
  readonly direction?: Direction;
  readonly versions?: readonly ProtocolVersion[];
}

/** A payload, or several of one session, that demonstrates a rule. */
export interface RuleExample {
  readonly title: string;
  /** XML of each message in order, or hexadecimal bytes; with what is known of it. */
  readonly messages: readonly (string | (Message & { readonly hex?: string }))[];
  readonly context?: Partial<LintContext>;
  /** The ids of the messages this rule reports, in order; `[]` for a clean example. */
  readonly finds: readonly string[];
  /**
   * The XML of the first message after its first fix; or its bytes in hexadecimal, where the fix is one of
   * bytes.
   */
  readonly fixed?: string;
  readonly fixedHex?: string;
}

/** One thing to find in payloads. Each has a file of its own; its examples are tests and documentation. */
export interface Rule {
  /** Path under `rules/`, "sms/options-max-two". */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly spec: SpecReference;
  readonly applies?: Applies;
  readonly why: string;
  /** By message id; `{name}` is replaced by the word of that name. */
  readonly messages: Readonly<Record<string, string>>;
  /**
   * Called for each element with one of these keys ("AirSync:Options"), or with "*" for each element at all.
   */
  readonly elements?: Readonly<Record<string, Check>>;
  /**
   * Called once for each kind of element that a message holds (`undefined` for tags that have no entry).
   * Returns the check to call for each of them, if any: what is decided here is not decided again for each
   * of a hundred thousand elements.
   */
  readonly chooseCheck?: (entry: ElementEntry | undefined, view: MessageView) => Check | undefined;
  /** Called for each token of one of these kinds. */
  readonly tokens?: Readonly<Partial<Record<TokenKind, Check>>>;
  /** Called once for each message. */
  readonly message?: (view: MessageView, report: Report) => void;
  /** Called once with all messages, in order. */
  readonly session?: (views: readonly MessageView[], report: SessionReport) => void;
  readonly examples: readonly RuleExample[];
}
