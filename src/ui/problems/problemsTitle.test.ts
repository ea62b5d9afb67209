import { describe, expect, it } from "vitest";
import type { Severity } from "../../lint/rule";
import { countBySeverity, type Finding } from "./listFindings";
import { writeProblemsTitle } from "./problemsTitle";

const finding = (severity: Severity, omitted?: number): Finding => ({
  code: "schema/x",
  severity,
  message: "m",
  why: undefined,
  spec: undefined,
  range: undefined,
  text: undefined,
  element: undefined,
  fixes: [],
  omitted,
});
/** Two that are listed and 2,998 that are not; one failure and 11 more. */
const findings = [
  finding("error"),
  finding("error"),
  finding("error", 2998),
  finding("warning", 400),
  finding("info"),
  finding("failure"),
  finding("failure", 11),
];

describe("countBySeverity", () => {
  it("counts the findings that are not listed, too", () => {
    expect(countBySeverity(findings)).toEqual({ failure: 12, error: 3000, warning: 400, info: 1 });
    expect(countBySeverity([])).toEqual({ failure: 0, error: 0, warning: 0, info: 0 });
  });
});

describe("writeProblemsTitle", () => {
  it("counts the findings that are not listed, too, and failures apart", () => {
    expect(writeProblemsTitle("Problems", findings, false)).toBe("Problems (12 failures, 3,401)");
    expect(writeProblemsTitle("Problems", findings, true)).toMatch(/^Problems \(\D12, 3,401\)$/);
  });

  it("has no number where there is none", () => {
    expect(writeProblemsTitle("Problems", [], false)).toBe("Problems");
    expect(writeProblemsTitle("Problems", [finding("failure")], false)).toBe("Problems (1 failure)");
    expect(writeProblemsTitle("Problems", [finding("info")], true)).toBe("Problems (1)");
  });
});
