import { clientStatements } from "./statements/client";
import { messageStatements } from "./statements/messages";
import { productStatements, serverStatements } from "./statements/server";
import type { Statement } from "./statements/statement";

export type { Statement } from "./statements/statement";

/**
 * All that [MS-ASMS] states from section 2 to its last footnote, in its order, each with the rules that hold
 * payloads to it or the reason why no payload shows it.
 */
export const statements: readonly Statement[] = [
  ...messageStatements,
  ...clientStatements,
  ...serverStatements,
  ...productStatements,
];
