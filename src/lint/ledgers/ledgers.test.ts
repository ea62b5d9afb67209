import { describe, expect, it } from "vitest";
import { rules } from "../rules";
import { ledgers } from "./ledgers";

describe.each(ledgers)("the statements of $document", ({ document, statements }) => {
  it("name at least one rule, or the reason why no payload shows them", () => {
    for (const { id, scope, rules: named, reason = "" } of statements) {
      expect({ id, isChecked: named.length > 0, hasReason: reason.length > 10 }).toEqual({
        id,
        isChecked: scope !== "not-on-wire",
        hasReason: scope === "not-on-wire",
      });
    }
  });

  it("name rules that exist", () => {
    const ids = new Set(rules.map(({ id }) => id));
    expect(
      [...new Set(statements.flatMap(({ rules: named }) => named))].filter((id) => !ids.has(id)),
    ).toEqual([]);
  });

  it("have unique ids", () => {
    const prefix = document.replace(/^MS-/, "");
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
    for (const { id } of statements)
      expect(id).toMatch(new RegExp(`^${prefix}-\\d+(\\.\\d+)*(\\.fn\\d)?-\\d+$`));
  });
});
