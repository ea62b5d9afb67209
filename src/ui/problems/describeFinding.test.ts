import { describe, expect, it } from "vitest";
import { syncResponse } from "../../lint/exampleMessages";
import { lint } from "../../lint/lint";
import type { Severity } from "../../lint/rule";
import { describeFinding, NOTHING_WRONG, writeFindingCount } from "./describeFinding";
import { type Finding, toFinding } from "./listFindings";

const finding = (severity: Severity, omitted?: number): Finding => ({
  code: "x/y",
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

describe("the words of a finding", () => {
  it("name a failed status by number and name, and say what it means", () => {
    const failed = lint([{ xml: syncResponse("", "15", "3") }]).find((one) => one.severity === "failure");
    const words = failed && describeFinding(toFinding(failed));
    expect(words).toMatchObject({ about: "3 InvalidSyncKey", section: expect.stringMatching(/^MS-ASCMD /) });
    expect(words?.message).toMatch(/^[A-Z].*\.$/);
    expect(words?.message).not.toContain("Status 3");
  });

  it("name a failure of HTTP in the same way", () => {
    const empty = new Uint8Array(0);
    const found = lint([{ bytes: empty, command: "Sync", direction: "response", httpStatus: 449 }]);
    expect(found).toHaveLength(1); // nothing about the empty body
    expect(found.map(toFinding).map(describeFinding)).toMatchObject([
      { about: "449 Retry after provisioning", message: expect.stringMatching(/^In 2\.5 to 12\.1/) },
    ]);
  });

  it("name the element without its namespace", () => {
    expect(describeFinding({ ...finding("error"), element: "AirSync:Options" })).toEqual({
      message: "m",
      about: "Options",
      section: undefined,
    });
  });
});

describe("the number of findings", () => {
  it("is said with each severity, and failures apart", () => {
    expect(writeFindingCount([])).toBe(NOTHING_WRONG);
    expect(writeFindingCount([finding("error"), finding("info")])).toBe("2 problems: 1 error, 1 note");
    expect(writeFindingCount([finding("failure")])).toBe("1 failure");
    expect(writeFindingCount([finding("failure"), finding("warning", 3)])).toBe(
      "1 failure; 3 problems: 3 warnings",
    );
  });
});
