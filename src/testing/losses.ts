import { afterEach } from "vitest";
import { endLoss, listLosses } from "../browser/losses";

// Test files share their modules, and with them what was reported as lost: a test without workers must not
// be seen by the next one.
afterEach(() => {
  for (const { loss } of listLosses()) endLoss(loss);
});
