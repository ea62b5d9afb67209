import type { Rule } from "./rule";
import { httpFailed } from "./rules/http/failed";
import { schemaRules } from "./rules/schema/schemaRules";
import { sessionRules } from "./rules/session/sessionRules";
import { smsRules } from "./rules/sms/smsRules";
import { statusFailed } from "./rules/status/failed";
import { wbxmlRules } from "./rules/wbxml/wbxmlRules";

/**
 * All rules, in the order in which they run: for failures that a response reports, the encoding, the SMS
 * class, the schema of a command, and several messages together.
 */
export const rules: readonly Rule[] = [
  httpFailed,
  statusFailed,
  ...wbxmlRules,
  ...smsRules,
  ...schemaRules,
  ...sessionRules,
];
