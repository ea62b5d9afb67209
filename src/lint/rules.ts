import type { Rule } from "./rule";
import { schemaRules } from "./rules/schema/schemaRules";
import { sessionRules } from "./rules/session/sessionRules";
import { smsRules } from "./rules/sms/smsRules";
import { wbxmlRules } from "./rules/wbxml/wbxmlRules";

/**
 * All rules, in the order in which they are asked: what the bytes are, what the SMS class demands, what the
 * schema of a command demands, what messages say together.
 */
export const rules: readonly Rule[] = [...wbxmlRules, ...smsRules, ...schemaRules, ...sessionRules];
