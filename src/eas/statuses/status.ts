import type { Direction } from "../direction";
import { type SpecReference, spec } from "../elements/element";
import type { ProtocolVersion } from "../versions";

/**
 * What a status speaks of, as the tables of [MS-ASCMD] 2.2.2 call it: the whole request, one item in it, one
 * policy of a Provision ("local" is the table of Search's word for the one query). Where a table gives no
 * scope, the parent of the Status decides.
 */
export type StatusScope = "global" | "item" | "item or global" | "policy" | "local";

/** What one Status value of one command says. */
export interface StatusEntry {
  readonly value: number;
  /** A short PascalCase name; the common statuses bear the names the specification gives them. */
  readonly name: string;
  /** What the value says. */
  readonly meaning: string;
  readonly scope: StatusScope;
  /** How it comes to that. */
  readonly cause: string;
  /** What the client, or its author, is to do. */
  readonly resolution: string;
  readonly spec: SpecReference;
  /** The parent of the Status ("Settings:DeviceInformation") that alone gives the value this meaning. */
  readonly element?: string;
  /**
   * "request" where it is the client that says it, as in the acknowledgement of a policy; otherwise the
   * server does.
   */
  readonly direction?: Direction;
  /** The protocol versions that have the value, where not all do. */
  readonly versions?: readonly ProtocolVersion[];
  /** The HTTP statuses that a server answers with in its stead in versions 2.5 to 12.1. */
  readonly http?: readonly number[];
}

/** A row of a table, whose section is said once for all. */
export type StatusRow = Omit<StatusEntry, "spec"> & { readonly spec?: SpecReference };

/**
 * The rows of one table: `section` ("MS-ASCMD 2.2.3.177.17") and `more` hold for each row that does not say
 * otherwise.
 */
export function statusTable(
  section: string,
  rows: readonly StatusRow[],
  more: Partial<StatusEntry> = {},
): readonly StatusEntry[] {
  const reference = spec(section);
  return rows.map((row) => ({ spec: reference, ...more, ...row }));
}

/** The answer that is no error; `meaning` says what it is an answer to. */
export function success(meaning: string, scope: StatusScope = "global"): StatusRow {
  return {
    value: 1,
    name: "Success",
    scope,
    meaning,
    cause: "The server did all it was asked for.",
    resolution: "Nothing to do.",
  };
}
