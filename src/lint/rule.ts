import type { Patch } from "../bytes/patch";
import type { ByteRange, TextRange } from "../bytes/range";
import type { ElementEntry } from "../eas/catalogue";
import type { Direction } from "../eas/direction";
import type { SpecReference } from "../eas/elements/element";
import type { FolderKind } from "../eas/folderKinds";
import type { Product } from "../eas/products";
import type { ProtocolVersion } from "../eas/versions";
import type { TokenKind } from "../wbxml/tokenTable";
import type { MessageView } from "./view";

/**
 * `error`: the peer will refuse or misread it. `warning`: legal and suspicious. `info`: worth knowing, or not
 * to be decided here.
 */
export type Severity = "error" | "warning" | "info";

/** What a person knows and the bytes do not tell. */
export interface LintContext {
  readonly version: ProtocolVersion | "unknown";
  readonly folder: FolderKind;
  readonly product: Product;
}

/** One message to be judged: its bytes, or XML that is encoded first. What is not said is inferred. */
export interface Message {
  readonly bytes?: Uint8Array;
  readonly xml?: string;
  readonly direction?: Direction;
  readonly command?: string;
  readonly version?: ProtocolVersion;
}

/**
 * What a fix says of itself. `safe`: it can't change what the message asks for otherwise, ends its finding
 * and brings no other.
 */
interface Mending {
  readonly title: string;
  readonly safe: boolean;
}

/** A fix by changing the message's XML text: what the elements and their values say. */
export interface TextFix extends Mending {
  readonly edits: readonly { readonly range: TextRange; readonly text: string }[];
  readonly patches?: undefined;
}

/**
 * A fix by changing the payload's bytes: how they are encoded. Patches in old offsets, in order and apart.
 */
export interface ByteFix extends Mending {
  readonly patches: readonly Patch[];
  readonly edits?: undefined;
}

/** A change that mends what a diagnostic is about. */
export type Fix = TextFix | ByteFix;

/** Anything told about a payload, always from a rule. */
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
 * What a rule says besides the message's id: words for the message, another severity, the section that says
 * it where that is not the rule's own, fixes, bytes other than the node's, or, for what never became bytes, a
 * place in the view's `xml`.
 */
export interface Details {
  readonly data?: Readonly<Record<string, string>>;
  readonly severity?: Severity;
  readonly spec?: SpecReference | undefined;
  readonly fixes?: readonly Fix[];
  readonly range?: ByteRange;
  readonly textRange?: TextRange;
}

/**
 * How a rule tells: about a node of the message (-1 for the message as a whole), by the id of one of its
 * messages.
 */
export type Report = (node: number, messageId: string, details?: Details) => void;

/** How a session rule tells: the same, with the message it is about. */
export type SessionReport = (
  message: MessageView,
  node: number,
  messageId: string,
  details?: Details,
) => void;

/** Looks at one element, or token, of a message. */
export type Check = (node: number, view: MessageView, report: Report) => void;

/** When a rule has something to say; what is left out does not matter. */
export interface Applies {
  readonly commands?: readonly string[];
  readonly direction?: Direction;
  readonly versions?: readonly ProtocolVersion[];
}

/** A payload, or several of one session, that a rule is shown on. */
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

/**
 * One thing that can be said about payloads. One file each; its examples are its tests and its documentation.
 */
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
   * Asked once for each kind of element that a message holds (`undefined` for tags that have no entry): what
   * to call for each of them, if anything. What is decided here is not decided again for each of a hundred
   * thousand elements.
   */
  readonly checkOf?: (entry: ElementEntry | undefined, view: MessageView) => Check | undefined;
  /** Called for each token of one of these kinds. */
  readonly tokens?: Readonly<Partial<Record<TokenKind, Check>>>;
  /** Called once for each message. */
  readonly message?: (view: MessageView, report: Report) => void;
  /** Called once with all messages, in order. */
  readonly session?: (views: readonly MessageView[], report: SessionReport) => void;
  readonly examples: readonly RuleExample[];
}
