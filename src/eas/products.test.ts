import { describe, expect, it } from "vitest";
import { isAtLeast, isProduct } from "./products";

const later = ["exchange2016", "exchange2019", "exchangeSE", "exchangeOnline"] as const;

describe("products", () => {
  it.each(later)("%s is a product, and has what came with 2010 SP1 and 2013", (product) => {
    expect(isProduct(product)).toBe(true);
    expect(isAtLeast(product, "exchange2010sp1")).toBe(true);
    expect(isAtLeast(product, "exchange2013")).toBe(true);
    expect(isAtLeast("exchange2013", product)).toBe(false);
  });

  it("come one after the other", () => {
    expect(isAtLeast("exchange2010", "exchange2010")).toBe(true);
    expect(isAtLeast("exchange2010", "exchange2010sp1")).toBe(false);
    expect(isAtLeast("exchangeOnline", "exchangeSE")).toBe(true);
    expect(isAtLeast("exchangeSE", "exchangeOnline")).toBe(false);
  });

  it.each(["other", "unknown"] as const)("%s is a product without what any Exchange has", (product) => {
    expect(isProduct(product)).toBe(true);
    expect(isAtLeast(product, "exchange2010")).toBe(false);
  });

  it.each(["", "exchange", "Exchange2013", "exchange2007"])("%j is not one", (text) => {
    expect(isProduct(text)).toBe(false);
  });
});
