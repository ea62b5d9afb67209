import type { Ledger } from "../statement";
import { clientStatements } from "./client";
import { messageStatements } from "./messages";
import { productStatements, serverStatements } from "./server";

/**
 * All statements of [MS-ASMS] from section 2 to its last footnote, in order, each with the rules that check
 * it, or the reason why no payload shows it.
 */
export const asms: Ledger = {
  document: "MS-ASMS",
  statements: [...messageStatements, ...clientStatements, ...serverStatements, ...productStatements],
};
