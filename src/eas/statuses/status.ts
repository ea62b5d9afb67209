import type { Direction } from "../direction";
import { type SpecReference, spec } from "../elements/element";
import type { ProtocolVersion } from "../versions";

/**
 * What a status applies to, as the tables of [MS-ASCMD] 2.2.2 call it: the whole request, one item in it, one
 * policy of a Provision; "local", used by Search, is one query. Where a table gives no scope, the parent of the
 * Status decides.
 */
export type StatusScope = "global" | "item" | "item or global" | "policy" | "local";

/**
 * How a command, or the part of it that a Status speaks of, ended: "success"; "failure", where it was refused,
 * went wrong or was left undone; "neutral", where the answer is neither, such as the end of a Ping or a name that
 * nobody has. In a request the Status is the client's report, and so is its outcome.
 */
export type StatusOutcome = "success" | "neutral" | "failure";

/**
 * What one Status value means in one command. Command, parent, direction and value pick exactly one entry (see
 * `findStatus`), so whatever else depends on these is one more field here.
 */
export interface StatusEntry {
  readonly value: number;
  /** A short PascalCase name; the common statuses have the names that the specification gives them. */
  readonly name: string;
  /** What the value means, in a sentence. */
  readonly meaning: string;
  readonly scope: StatusScope;
  /** How what the Status speaks of ended. */
  readonly outcome: StatusOutcome;
  /** Where the form or content of the request can be the reason, so that an error in it explains the value. */
  readonly blamesRequest?: true;
  /** What leads to this status. */
  readonly cause: string;
  /** What the client, or its author, should do. */
  readonly resolution: string;
  readonly spec: SpecReference;
  /**
   * The parent of the Status ("Settings:DeviceInformation") in which the value has this meaning. The entries of
   * one parent are its table: the values that Status can have there, apart from the common ones. An entry
   * without a parent holds in every parent that has no table of its own.
   */
  readonly element?: string;
  /** "request" where the client sends it, as in the acknowledgement of a policy; otherwise the server does. */
  readonly direction?: Direction;
  /** The protocol versions that define the value, if not all do. */
  readonly versions?: readonly ProtocolVersion[];
  /** The HTTP statuses that a server sends instead in versions 2.5 to 12.1. */
  readonly http?: readonly number[];
}

/** A row of a table whose section is given once for all rows; without an outcome, it is a failure. */
export type StatusRow = Omit<StatusEntry, "spec" | "outcome"> &
  Partial<Pick<StatusEntry, "spec" | "outcome">>;

/**
 * The entries of one table: `section` ("MS-ASCMD 2.2.3.177.17") and `more` apply to each row that has nothing
 * else in their place.
 */
export function statusTable(
  section: string,
  rows: readonly StatusRow[],
  more: Partial<StatusEntry> = {},
): readonly StatusEntry[] {
  const reference = spec(section);
  return rows.map((row) => ({ spec: reference, outcome: "failure", ...more, ...row }));
}

/** The row of the value 1 where it means success; `meaning` tells what succeeded. */
export function success(meaning: string, scope: StatusScope = "global"): StatusRow {
  return {
    value: 1,
    name: "Success",
    scope,
    outcome: "success",
    meaning,
    cause: "The server completed the request.",
    resolution: "No action is needed.",
  };
}
