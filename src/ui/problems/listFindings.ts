import type { ByteRange, TextRange } from "../../bytes/range";
import { bytesAtText } from "../../document/locate";
import type { SpecReference } from "../../eas/elements/element";
import type { Diagnostic, FailedStatus, Fix, Observation, Severity } from "../../lint/rule";
import type { Editing } from "../../store/editing";

/** One finding about a payload or its draft, with the bytes or the text it is about. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string | undefined;
  readonly spec: SpecReference | undefined;
  readonly range: ByteRange | undefined;
  readonly text: TextRange | undefined;
  readonly element: string | undefined;
  readonly fixes: readonly Fix[];
  /** The status that failed, for a failure. */
  readonly status?: FailedStatus | undefined;
  /** What else the messages show about it. */
  readonly observations?: readonly Observation[] | undefined;
  /** How many findings it stands for that are not listed. */
  readonly omitted?: number | undefined;
}

/** Whether a finding wants attention: a failure, an error or a warning. */
export function isProblem({ severity }: Finding): boolean {
  return severity !== "info";
}

/** The severities, in the order in which findings are listed. */
export const SEVERITIES: readonly Severity[] = ["failure", "error", "warning", "info"];

/** The number of findings of each severity, with those that are not listed. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { failure: 0, error: 0, warning: 0, info: 0 };
  for (const { severity, omitted = 1 } of findings) counts[severity] += omitted;
  return counts;
}

/**
 * All findings: problems in the text, if it is a draft or was read differently from how it is written, and
 * what the rules report about the payload. Failures and then errors come first; findings of the same severity
 * are in byte order.
 */
export function listFindings(
  { document, problems, isDraft }: Editing,
  diagnostics: readonly Omit<Diagnostic, "textRange">[],
): Finding[] {
  const ofText = problems.map(({ code, severity, message, range }) => ({
    code: `xml/${code}`,
    severity,
    message,
    why: undefined,
    spec: undefined,
    range: isDraft ? undefined : bytesAtText(document, range.from),
    text: range,
    element: undefined,
    fixes: [],
  }));
  const ofRules = diagnostics
    .map(toFinding)
    .map((finding) => (isDraft ? { ...finding, fixes: NO_FIXES } : finding));
  const told = new Set(ofText.map(({ code }) => code.replace(/^xml\//, "wbxml/")));
  return sortBySeverity([...ofText, ...ofRules.filter(({ code }) => !told.has(code))]);
}

const NO_FIXES: Finding["fixes"] = [];

/** Failures first, then errors, warnings and notes; those of one severity stay in their order. */
export function sortBySeverity(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

/** What a rule reported, as a finding. */
export function toFinding(diagnostic: Omit<Diagnostic, "textRange">): Finding {
  const { rule, severity, message, why, spec, range, element, fixes } = diagnostic;
  const { status, observations, omitted } = diagnostic;
  return {
    code: rule,
    severity,
    message,
    why,
    spec,
    range,
    text: undefined,
    element,
    fixes,
    status,
    observations,
    omitted,
  };
}
