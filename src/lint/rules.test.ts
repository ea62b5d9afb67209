import { readdirSync } from "node:fs";
import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { rules } from "./rules";

/** A list of rules (`smsRules.ts`), or a file that makes several similar rules (`malformationRule.ts`). */
const NO_RULE = /\/[a-z][A-Za-z]*Rules?$/;

/** The files under `rules/` that contain a single rule, as paths without `.ts`. */
const paths = readdirSync(fileURLToPath(new URL("rules", import.meta.url)), {
  recursive: true,
  encoding: "utf8",
})
  .map((path) => path.split(sep).join("/"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
  .map((path) => path.slice(0, -".ts".length))
  .filter((path) => !NO_RULE.test(path));

const ids = rules.map(({ id }) => id);

describe("the list of rules", () => {
  it("contains every file under rules/, whose path is the rule's id", () => {
    expect(paths.filter((path) => !ids.includes(path))).toEqual([]);
  });

  it("contains no rule without a file at that path", () => {
    expect(ids.filter((id) => !paths.includes(id))).toEqual([]);
  });

  it("contains each rule once, with a section and texts", () => {
    expect(new Set(ids).size).toBe(rules.length);
    for (const { id, title, why, spec } of rules) {
      expect(id).toMatch(/^(wbxml|schema|sms|session|status|http)\/[a-z0-9]+(-[a-z0-9.]+)*$/);
      expect(Math.min(title.length, why.length - 20, spec.section.length)).toBeGreaterThan(0);
    }
  });

  it("lets rules restate only schema rules, and only errors that a wrong context cannot cause", () => {
    const restated = rules.flatMap(({ restates = [] }) => restates);
    expect(restated.filter((id) => !ids.includes(id))).toEqual([]);
    expect(restated).not.toContain("schema/wrong-version");
    const ofFolders = new Set(["sms/options-class", "sms/item-folder", "sms/folders-of-14-0"]);
    expect(rules.filter(({ id, restates }) => ofFolders.has(id) && restates !== undefined)).toEqual([]);
  });
});
