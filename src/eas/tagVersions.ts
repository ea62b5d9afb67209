import { tagNumber } from "../wbxml/codeSpace";
import { codePageTables } from "./codePageTables";
import type { ProtocolVersion } from "./versions";

const versions = new Map(
  codePageTables.flatMap(({ page, tags }) =>
    tags.map(([token, , known]) => [tagNumber(page, token), known] as const),
  ),
);

/** The protocol versions that define a tag; `undefined` for a token that its page does not assign. */
export function findTagVersions(page: number, token: number): readonly ProtocolVersion[] | undefined {
  return versions.get(tagNumber(page, token));
}
