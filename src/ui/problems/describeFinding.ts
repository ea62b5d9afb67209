import type { Severity } from "../../lint/rule";
import { countBySeverity, type Finding } from "./listFindings";

/** What a finding of each severity is called. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  failure: "Failed",
  error: "Error",
  warning: "Warning",
  info: "Note",
};

/** A finding as its row says it. */
export interface FindingWords {
  /** The sentence; of a failure, what its status means. */
  readonly message: string;
  /** What it is about: the name of the element, or the number and name of a failed status. */
  readonly about: string | undefined;
  /** "MS-ASMS 3.1.4.1.1.2". */
  readonly section: string | undefined;
}

/** The words of a finding's row. */
export function describeFinding({ message, status, element, spec }: Finding): FindingWords {
  const section = spec === undefined ? undefined : `${spec.document} ${spec.section}`;
  if (status === undefined) return { message, about: element?.replace(/^.*:/, ""), section };
  const { value, name } = status;
  const head = [`Status ${value}, ${name}: `, `HTTP ${value}, ${name}: `].find((start) =>
    message.startsWith(start),
  );
  return { message: message.slice(head?.length ?? 0), about: `${value} ${name}`, section };
}

/** What several findings of each severity are called. */
export const SEVERITY_PLURALS: Readonly<Record<Severity, string>> = {
  failure: "failures",
  error: "errors",
  warning: "warnings",
  info: "notes",
};

/** "1 error", "2 warnings". */
export function formatSeverityCount(severity: Severity, count: number): string {
  const plural = SEVERITY_PLURALS[severity];
  return `${count.toLocaleString("en")} ${count === 1 ? plural.slice(0, -1) : plural}`;
}

/** What is said when there are no findings. */
export const NOTHING_WRONG = "Nothing wrong with this payload.";

/** "2 problems: 1 error, 1 note". A failure is no problem of the payload, and is counted apart. */
export function writeFindingCount(findings: readonly Finding[]): string {
  if (findings.length === 0) return NOTHING_WRONG;
  const { failure, ...counts } = countBySeverity(findings);
  const kinds = (["error", "warning", "info"] as const).filter((severity) => counts[severity] > 0);
  const all = kinds.reduce((sum, severity) => sum + counts[severity], 0);
  const each = kinds.map((severity) => formatSeverityCount(severity, counts[severity])).join(", ");
  return [
    ...(failure > 0 ? [formatSeverityCount("failure", failure)] : []),
    ...(all > 0 ? [`${all.toLocaleString("en")} ${all === 1 ? "problem" : "problems"}: ${each}`] : []),
  ].join("; ");
}
