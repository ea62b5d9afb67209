import type { Rule } from "./rule";
import { schemaRules } from "./rules/schema/schemaRules";
import { sessionRules } from "./rules/session/sessionRules";
import { smsRules } from "./rules/sms/smsRules";
import { wbxmlRules } from "./rules/wbxml/wbxmlRules";

/**
 * All rules, in the order in which they run: for the encoding, the SMS class, the schema of a command, and
 * several messages together.
 */
export const rules: readonly Rule[] = [...wbxmlRules, ...smsRules, ...schemaRules, ...sessionRules];
