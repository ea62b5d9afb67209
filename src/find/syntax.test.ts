import { describe, expect, it } from "vitest";
import { parseQuery } from "./parse";
import { isEmptyQuery } from "./query";
import { searchSyntax } from "./syntax";

describe("searchSyntax", () => {
  it.each(searchSyntax.map(({ example }) => example))("%s is understood", (example) => {
    const { query, problems } = parseQuery(example);
    expect(problems).toEqual([]);
    expect(isEmptyQuery(query)).toBe(false);
  });

  it("shows each kind of term", () => {
    const kinds = new Set(searchSyntax.map(({ example }) => parseQuery(example).query.kind));
    expect(kinds).toEqual(
      new Set(["text", "all", "any", "not", "name", "value", "status", "held", "fact", "bytes", "pattern"]),
    );
  });
});
