import { rules } from "../../lint/rules";
import { RulePage } from "../explain/rulePages";

/**
 * The page of a rule, by its id: what it says, why, and payloads it is shown on. Nothing for a problem that
 * is from no rule.
 */
export default function RuleDetails({ id }: { readonly id: string }) {
  const rule = rules.find((one) => one.id === id);
  return rule === undefined ? null : <RulePage rule={rule} />;
}
