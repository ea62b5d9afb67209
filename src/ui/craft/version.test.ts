import { describe, expect, it } from "vitest";
import type { Template } from "../../craft/templates/template";
import { templates } from "../../craft/templates/templates";
import { versionFor } from "./version";

const findTemplate = (id: string): Template => {
  const found = templates.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe("the version that a template is shown for", () => {
  it.each([
    ["sms-add", undefined, "14.1"],
    ["folder-sync", undefined, "16.1"],
    ["folder-sync", "12.0", "12.0"],
    ["sms-add", "2.5", "14.0"],
    ["get-hierarchy-answer", "16.1", "12.1"],
    ["find-gal", "14.1", "16.1"],
  ] as const)("%s, wanted for %s: %s", (id, wanted, version) => {
    expect(versionFor(findTemplate(id), wanted)).toBe(version);
  });
});
