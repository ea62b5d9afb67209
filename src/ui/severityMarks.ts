import type { Severity } from "../lint/rule";

/** The sign of each severity, beside its colour; in characters that every font has. */
export const SEVERITY_MARKS: Readonly<Record<Severity, string>> = { error: "✕", warning: "▲", info: "i" };
