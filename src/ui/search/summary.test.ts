import { describe, expect, it } from "vitest";
import { summarizeSearch } from "./summary";

const end = { searched: 3, isLimited: false, isPatternSlow: false, isCut: false, tooLarge: 0 };
const hit = { kind: "value", path: [], excerpt: "a", match: { from: 0, to: 1 } } as const;
const some = { crash: undefined, count: 1, found: [{ capture: 0, hits: [hit] }], end };

describe("summaryOf", () => {
  it("counts hits and captures", () => {
    expect(summarizeSearch({ ...some, progress: "done" })).toBe("1 hit in 1 capture.");
    expect(summarizeSearch({ ...some, progress: "done", count: 0, found: [] })).toBe("No hits.");
  });

  it("reports each way in which a search was incomplete", () => {
    const whole = summarizeSearch({ ...some, progress: "done" }).length;
    for (const limit of ["isLimited", "isPatternSlow", "isCut", "tooLarge"] as const)
      expect(
        summarizeSearch({
          ...some,
          progress: "done",
          end: { ...end, [limit]: limit === "tooLarge" ? 2 : true },
        }).length,
      ).toBeGreaterThan(whole + 10);
    expect(summarizeSearch({ ...some, progress: "failed", crash: "out of luck" })).toContain("out of luck");
    expect(summarizeSearch({ ...some, progress: "cancelled" })).toContain("1 hit in 1 capture");
    expect(summarizeSearch({ ...some, progress: "stuck" })).toContain("1 hit in 1 capture");
  });
});
