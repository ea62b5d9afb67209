import { describe, expect, it } from "vitest";
import { summaryOf } from "./summary";

const end = { searched: 3, isLimited: false, isPatternSlow: false, isCut: false };
const hit = { kind: "value", path: [], excerpt: "a", match: { from: 0, to: 1 } } as const;
const some = { failure: undefined, count: 1, found: [{ capture: 0, hits: [hit] }], end };

describe("summaryOf", () => {
  it("counts hits and captures", () => {
    expect(summaryOf({ ...some, progress: "done" })).toBe("1 hit in 1 capture.");
    expect(summaryOf({ ...some, progress: "done", count: 0, found: [] })).toBe("Nothing found.");
  });

  it("says each way in which a search was not complete", () => {
    const whole = summaryOf({ ...some, progress: "done" }).length;
    for (const limit of ["isLimited", "isPatternSlow", "isCut"] as const)
      expect(summaryOf({ ...some, progress: "done", end: { ...end, [limit]: true } }).length).toBeGreaterThan(
        whole + 10,
      );
    expect(summaryOf({ ...some, progress: "failed", failure: "out of luck" })).toContain("out of luck");
    expect(summaryOf({ ...some, progress: "cancelled" })).toContain("1 hit in 1 capture");
    expect(summaryOf({ ...some, progress: "stuck" })).toContain("1 hit in 1 capture");
  });
});
