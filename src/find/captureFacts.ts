import { takeBefore } from "../bytes/cut";
import type { Capture } from "../formats/format";
import type { ExchangeFolder, ExchangeStatus } from "../session/conversations";
import { compareToSpan, isNumber, parseDuration, parseSize, parseTimeSpan } from "./quantity";
import type { Operator, Term } from "./query";
import { createSignTest, createTextTest, createValueTest } from "./valueTest";

/** A folder as it is known: by its identifier and, if a message names it, its name and kind. */
export type KnownFolder = Pick<ExchangeFolder, "id" | "name" | "kind">;

/** A status as it is known: its number, and its name where that is known. */
export type KnownStatus = Pick<ExchangeStatus, "value"> & Partial<Pick<ExchangeStatus, "name">>;

type Facts<K extends keyof Capture> = { readonly [Key in K]?: Capture[Key] | undefined };

/** What is known about a capture without searching it. What is missing is not known. */
export interface CaptureFacts
  extends Facts<
    | "command"
    | "direction"
    | "version"
    | "http"
    | "user"
    | "deviceId"
    | "deviceType"
    | "userAgent"
    | "startedAt"
    | "tookMs"
  > {
  /** The size of its payload in bytes. */
  readonly size: number;
  readonly isEdited: boolean;
  readonly isDraft: boolean;
  /** Each status in its body; `[]` if it has none. */
  readonly statuses?: readonly KnownStatus[] | undefined;
  /** The identifiers of the folders that its exchange is about. */
  readonly folderIds?: readonly string[] | undefined;
  /** The folders of its conversation. */
  readonly folders?: readonly KnownFolder[] | undefined;
}

/**
 * Tests the facts about a capture. `undefined` if only its content can decide; a property that is unknown for
 * good fits nothing.
 */
export type FactTest = (facts: CaptureFacts) => boolean | undefined;

type FactTerm = Extract<Term, { kind: "fact" }>;

/** Creates the test of a property. */
export function createFactTest({ fact, operator, value }: FactTerm): FactTest {
  switch (fact) {
    case "is":
      return ({ isEdited, isDraft }) => (value === "edited" ? isEdited : isDraft) === (operator !== "!=");
    case "command":
    case "direction": {
      const test = createValueTest(operator, value);
      return ({ [fact]: known }) => (known === undefined ? undefined : test(known));
    }
    case "version": {
      const test = createValueTest(operator, value);
      return ({ version }) => version !== undefined && test(version);
    }
    case "http":
      return createNumberTest(operator, Number(value), ({ http }) => http?.status);
    case "size":
      return createNumberTest(operator, parseSize(value), ({ size }) => size);
    case "took":
      return createNumberTest(operator, parseDuration(value), ({ tookMs }) => tookMs);
    case "time":
      return createTimeTest(operator, value);
    case "user":
      return createAnyTextTest(operator, value, ({ user }) => [user]);
    case "device":
      return createAnyTextTest(operator, value, ({ deviceId, deviceType, userAgent }) => [
        deviceId,
        deviceType,
        userAgent,
        userAgent && takeBefore(userAgent, "/"),
      ]);
  }
}

function createNumberTest(
  operator: Operator,
  wanted: number | undefined,
  read: (facts: CaptureFacts) => number | undefined,
): FactTest {
  const test = createSignTest(operator);
  return (facts) => {
    const known = read(facts);
    return known !== undefined && wanted !== undefined && test(known - wanted);
  };
}

function createTimeTest(operator: Operator, value: string): FactTest {
  const test = createSignTest(operator);
  const span = parseTimeSpan(value);
  return ({ startedAt }) =>
    startedAt !== undefined && span !== undefined && test(compareToSpan(startedAt, span));
}

/** A text of several that fits is enough; `!=` wants none that is equal. */
function createAnyTextTest(
  operator: Operator,
  value: string,
  list: (facts: CaptureFacts) => readonly (string | undefined)[],
): FactTest {
  const test = createTextTest(operator === "contains" ? "contains" : "=", value);
  return (facts) => {
    const known = list(facts).filter((text) => text !== undefined);
    return known.length > 0 && known.some(test) === (operator !== "!=");
  };
}

/** Whether a status satisfies a term. */
export type StatusTest = (status: KnownStatus) => boolean;

/** Creates the test of a status: a number compares with its number, anything else with its name. */
export function createStatusTest(operator: Operator, wanted: string): StatusTest {
  if (isNumber(wanted)) {
    const test = createSignTest(operator);
    return ({ value }) => test(value - Number(wanted));
  }
  const test = createTextTest(operator === "contains" ? "contains" : "=", wanted);
  return ({ name = "" }) => test(name) === (operator !== "!=");
}

/** Whether a folder satisfies a term, given its identifier and the folders that are known. */
export type FolderTest = (id: string, folders: readonly KnownFolder[] | undefined) => boolean;

/**
 * Creates the test of a folder: by its whole identifier, its kind ("inbox"), or its name, of which `contains`
 * wants a part unless it is a number.
 */
export function createFolderTest(operator: Operator, wanted: string): FolderTest {
  const isSame = createTextTest("=", wanted);
  const isPart = operator === "contains" && !isNumber(wanted) ? createTextTest("contains", wanted) : isSame;
  const fits = ({ kind, name }: KnownFolder): boolean =>
    (kind !== undefined && isSame(kind)) || (name !== undefined && isPart(name));
  return (id, folders = []) =>
    (isSame(id) || folders.some((folder) => folder.id === id && fits(folder))) === (operator !== "!=");
}

/** The commands whose folders are all among `folderIds`, so that the content has no others. */
const COMMANDS_WITH_FOLDERS: ReadonlySet<string> = new Set(["Sync", "Ping", "GetItemEstimate"]);

/** Creates the test of the folders of an exchange. */
export function createFolderFactTest(test: FolderTest): FactTest {
  return ({ folderIds, folders, command }) => {
    if (folderIds === undefined) return undefined;
    if (folderIds.some((id) => test(id, folders))) return true;
    return command !== undefined && COMMANDS_WITH_FOLDERS.has(command) ? false : undefined;
  };
}
