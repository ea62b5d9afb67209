import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, headers } from "../../../build/policy";
import { parsePolicy } from "../../browser/policyInForce";
import { explainDirective, headerTexts } from "./policyTexts";

describe("the texts of the policy", () => {
  it("explain every directive that the page has, with its sources", () => {
    for (const directive of parsePolicy(headers["Content-Security-Policy"] ?? ""))
      expect(explainDirective(directive), directive.name).toMatch(/^[A-Z].*\.$/);
    const [first] = parsePolicy(contentSecurityPolicy);
    expect(first && explainDirective(first)).toContain("none");
  });

  it("name a source that is not known as it is, and leave out a directive that is not known", () => {
    expect(explainDirective({ name: "img-src", sources: ["https://host"] })).toContain("https://host");
    expect(explainDirective({ name: "img-src", sources: [] })).toContain("none");
    expect(explainDirective({ name: "new-directive", sources: [] })).toBeUndefined();
  });

  it("explain every header that is to be sent, and no other", () => {
    expect(Object.keys(headerTexts).sort()).toEqual(Object.keys(headers).sort());
  });
});
