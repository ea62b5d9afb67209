import type { Reading } from "../format";

/** A reading without captures: why an input was not read, and what to do. */
export function refuseInput(code: string, message: string): Reading {
  return {
    format: "unknown",
    title: "Not read",
    summary: "Not read",
    captures: [],
    alternatives: [],
    problems: [{ code, severity: "error", message }],
  };
}
