import { describe, expect, it } from "vitest";
import type { Template } from "../../craft/templates/template";
import { templates } from "../../craft/templates/templates";
import { useInspector } from "../../store/inspector";
import { contextVersion, versionFor } from "./version";

const templateNamed = (id: string): Template => {
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
    expect(versionFor(templateNamed(id), wanted)).toBe(version);
  });
});

describe("the version of the message that is shown", () => {
  const state = useInspector.getState();
  const capture = { label: "x", direction: undefined, payload: new Uint8Array(0), origin: {}, problems: [] };
  const shown = (version: string) => ({
    ...state,
    captures: [{ label: "x", capture: { ...capture, version }, content: undefined }],
  });

  it("is the chosen one, else that of HTTP, else none", () => {
    expect(contextVersion({ ...shown("14.0"), context: { ...state.context, version: "12.1" } })).toBe("12.1");
    expect(contextVersion(shown("14.0"))).toBe("14.0");
    expect(contextVersion(shown("99"))).toBeUndefined();
    expect(contextVersion(state)).toBeUndefined();
  });
});
