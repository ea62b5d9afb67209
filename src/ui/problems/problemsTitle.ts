import { formatCount } from "../../eas/values/reading";
import { countBySeverity, type Finding } from "./listFindings";

/**
 * "Problems (2)", "Problems (1 failure, 2)": a failure is no problem of the payload, and counts apart. In a
 * narrow page, its mark stands for the word.
 */
export function writeProblemsTitle(title: string, findings: readonly Finding[], isNarrow: boolean): string {
  const { failure, error, warning, info } = countBySeverity(findings);
  const others = error + warning + info;
  const counts = [
    ...(failure > 0 ? [isNarrow ? `⊘${failure}` : formatCount(failure, "failure")] : []),
    ...(others > 0 ? [others.toLocaleString("en")] : []),
  ];
  return counts.length === 0 ? title : `${title} (${counts.join(", ")})`;
}
