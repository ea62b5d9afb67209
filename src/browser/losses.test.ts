import { describe, expect, it } from "vitest";
import { endLoss, listLosses, onLoss, type ReportedLoss, reportLoss } from "./losses";

describe("a loss", () => {
  it("is passed on once, also to who listens later, and again after it has ended", () => {
    const told: ReportedLoss[] = [];
    reportLoss("not-secure");
    const end = onLoss((loss) => told.push(loss));
    reportLoss("not-secure");
    reportLoss("reload-failed", "no room");
    expect(told).toEqual([
      { loss: "not-secure", reason: undefined },
      { loss: "reload-failed", reason: "no room" },
    ]);
    endLoss("reload-failed");
    expect(listLosses()).toHaveLength(1);
    reportLoss("reload-failed", "again");
    expect(told.at(-1)?.reason).toBe("again");
    end();
    reportLoss("storage-full");
    expect(told).toHaveLength(3);
  });
});
