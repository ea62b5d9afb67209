import { rules } from "../../lint/rules";
import { RulePage } from "../explain/rulePages";

/**
 * The page of the rule with the given id: what it checks, why, and examples of payloads. Nothing for a
 * finding that no rule reported.
 */
export default function RuleDetails({ id }: { readonly id: string }) {
  const rule = rules.find((one) => one.id === id);
  return rule === undefined ? null : <RulePage rule={rule} />;
}
