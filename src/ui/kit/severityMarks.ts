import type { Severity } from "../../lint/rule";

/** The symbol of each severity, shown beside its colour; characters that every font has. */
export const SEVERITY_MARKS: Readonly<Record<Severity, string>> = {
  failure: "⊘",
  error: "✕",
  warning: "▲",
  info: "i",
};
