import { formatHex, fromHex } from "../../bytes/hex";
import { formatGuid } from "./guid";
import {
  atText,
  problem,
  row,
  shorten,
  type ValueProblem,
  type ValueReading,
  type ValueRow,
} from "./reading";

/** A typical form of the identifiers of some server: a guess from their appearance, presented as a guess. */
interface IdentifierForm {
  readonly pattern: RegExp;
  /** A short description. */
  readonly about: string;
  /** The names of the pattern's groups, in order. */
  readonly parts?: readonly string[];
}

const GUID = "[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}";

const SYNC_KEY_FORMS: readonly IdentifierForm[] = [
  { pattern: /^0$/d, about: "start of synchronization: the server discards its previous state" },
  {
    pattern: new RegExp(`^\\{(?=[^}]*[a-f])(${GUID.replaceAll("A-F", "")})\\}(\\d+)$`, "d"),
    about: "GUID and counter in lower case, as in Z-Push",
    parts: ["State", "Counter"],
  },
  {
    pattern: new RegExp(`^\\{(${GUID})\\}(\\d+)$`, "d"),
    about: "GUID and counter, as in Exchange 2003",
    parts: ["State", "Counter"],
  },
  { pattern: /^(\d{1,4})$/d, about: "small number, as in servers that use a counter" },
  { pattern: /^(\d{5,10})$/d, about: "number, as in Exchange" },
];

const FOLDER_FORMS: readonly IdentifierForm[] = [
  { pattern: /^RI$/d, about: "recipient information cache" },
  { pattern: /^0$/d, about: "root of the folder hierarchy" },
  { pattern: /^\d{1,6}$/d, about: "number, as Exchange uses for folders" },
  {
    pattern: /^([USGCI])([0-9a-f]{5,})$/d,
    about: "short folder ID of Z-Push 2.3 and later",
    parts: ["Origin", "Hash"],
  },
  {
    pattern: /^([0-9a-f]{32})([0-9a-f]{12,16})$/d,
    about: "source key, as Z-Push receives it from its backend",
    parts: ["Store", "Counter"],
  },
  { pattern: new RegExp(`^(${GUID})$`, "d"), about: "GUID, as Outlook.com uses for folders" },
];

const ITEM_FORMS: readonly IdentifierForm[] = [
  {
    pattern: /^(\d{1,6}):(\d+)$/d,
    about: "folder and number, as Exchange uses for items",
    parts: ["CollectionId", "Number"],
  },
  { pattern: /^([USGCI][0-9a-f]{5,}):(.+)$/d, about: "folder and item of Z-Push", parts: ["Folder", "Item"] },
  { pattern: new RegExp(`^(${GUID}):(.+)$`, "d"), about: "folder GUID and item", parts: ["Folder", "Item"] },
];

const ATTACHMENT_FORMS: readonly IdentifierForm[] = [
  {
    pattern: /^(\d{1,6}):(\d+):(\d+)$/d,
    about: "folder, item and attachment, as Exchange writes it",
    parts: ["CollectionId", "Item", "Attachment"],
  },
  {
    pattern: /^(\d{1,6})%3a(\d+)%3a(\d+)$/di,
    about: "folder, item and attachment, as Exchange writes it (%3a is a colon)",
    parts: ["CollectionId", "Item", "Attachment"],
  },
];

const LONG_ID_FORMS: readonly IdentifierForm[] = [
  {
    pattern: /^R[gG]AAAA[A-Za-z0-9+/=%_-]+$/d,
    about: "entry ID in base64, as Exchange writes it in search results",
  },
];

const ORIGINS: Readonly<Record<string, string>> = {
  U: "the user's own",
  S: "shared",
  G: "address book",
  C: "configured",
  I: "impersonated",
};

function describePart(label: string, text: string): string {
  if (label === "Origin") return `${text}: ${ORIGINS[text] ?? "unknown"}`;
  if (label === "Store" && text.length === 32) return formatGuid(fromHex(text));
  return text;
}

function listPartRows(match: RegExpExecArray, parts: readonly string[]): ValueRow[] {
  return parts.flatMap((label, i) => {
    const [from, to] = match.indices?.[i + 1] ?? [];
    return from === undefined || to === undefined
      ? []
      : [row(label, describePart(label, match[i + 1] ?? ""), atText(from, to))];
  });
}

interface IdentifierKind {
  readonly kind: string;
  readonly title: string;
  readonly forms: readonly IdentifierForm[];
  readonly maxLength: number;
}

function readIdentifier(text: string, { kind, title, forms, maxLength }: IdentifierKind): ValueReading {
  const problems: ValueProblem[] = [];
  if (text.length > maxLength) {
    problems.push(
      problem(
        "identifier-length",
        `The identifier has ${text.length} characters; the maximum is ${maxLength}.`,
        atText(maxLength, text.length),
      ),
    );
  }
  const odd = text.search(/[\s\u0000-\u001f\u007f]/);
  if (odd >= 0)
    problems.push(
      problem(
        "identifier-white-space",
        "The identifier contains white space or a control character.",
        atText(odd, odd + 1),
      ),
    );
  if (text === "") problems.push(problem("identifier-empty", "The identifier is empty.", atText(0, 0)));
  for (const { pattern, about, parts = [] } of forms) {
    const match = pattern.exec(text);
    if (match !== null)
      return {
        kind,
        title,
        summary: about,
        rows: [row("Looks like", about), ...listPartRows(match, parts)],
        problems,
      };
  }
  return {
    kind,
    title,
    summary: shorten(text),
    rows: [row("Looks like", "no known form; it is opaque to a client")],
    problems,
  };
}

/**
 * Reads a SyncKey [MS-ASCMD 2.2.3.181]: opaque to the client, explained by its appearance. Problems:
 * "identifier-length" (64), "identifier-empty", "identifier-white-space".
 */
export function readSyncKey(text: string): ValueReading {
  return readIdentifier(text, {
    kind: "sync-key",
    title: "Synchronization key",
    forms: SYNC_KEY_FORMS,
    maxLength: 64,
  });
}

/**
 * Reads the identifier of a folder: its CollectionId, ServerId or ParentId [MS-ASCMD 2.2.3.30, 2.2.3.166].
 * Problems as for a SyncKey.
 */
export function readFolderId(text: string): ValueReading {
  return readIdentifier(text, { kind: "folder-id", title: "Folder ID", forms: FOLDER_FORMS, maxLength: 64 });
}

/** Reads the ServerId of an item [MS-ASCMD 2.2.3.166.8]. Problems as for a SyncKey. */
export function readItemId(text: string): ValueReading {
  return readIdentifier(text, {
    kind: "item-id",
    title: "Item ID",
    forms: [...ITEM_FORMS, ...FOLDER_FORMS.slice(4)],
    maxLength: 64,
  });
}

/**
 * Reads a FileReference [MS-ASAIRS 2.2.2.24] or an AttName. Problems: "identifier-empty",
 * "identifier-white-space".
 */
export function readAttachmentId(text: string): ValueReading {
  return readIdentifier(text, {
    kind: "attachment-id",
    title: "Attachment reference",
    forms: ATTACHMENT_FORMS,
    maxLength: Number.POSITIVE_INFINITY,
  });
}

/** Reads a LongId [MS-ASCMD 2.2.3.98]. Problems: "identifier-length" (256), and as for a SyncKey. */
export function readLongId(text: string): ValueReading {
  return readIdentifier(text, { kind: "long-id", title: "Long ID", forms: LONG_ID_FORMS, maxLength: 256 });
}

/**
 * Reads a PolicyKey [MS-ASPROV 2.2.2.42]: a 32-bit number; 0 means no policy yet. Problems:
 * "policy-key-number", "identifier-length" (64).
 */
export function readPolicyKey(text: string): ValueReading {
  const isNumber = /^\d{1,10}$/.test(text) && Number(text) <= 0xffffffff;
  const digits = isNumber ? formatHex(Number(text), 8) : "";
  const about = text === "0" ? "no policy has been acknowledged" : `0x${digits}`;
  const problems = isNumber
    ? []
    : [problem("policy-key-number", "A policy key should be a 32-bit number.", atText(0, text.length))];
  if (text.length > 64)
    problems.push(
      problem("identifier-length", "A policy key can have at most 64 characters.", atText(64, text.length)),
    );
  const rows = isNumber
    ? [
        row("X-MS-PolicyKey header", text),
        row("Bytes in a base64-encoded query", (digits.match(/../g) ?? []).toReversed().join(" ")),
      ]
    : [];
  return {
    kind: "policy-key",
    title: "Policy key",
    summary: isNumber ? about : shorten(text),
    rows,
    problems,
  };
}
