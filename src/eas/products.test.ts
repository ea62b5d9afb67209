import { describe, expect, it } from "vitest";
import { findProduct } from "./products";

describe("the release of a server by the header MS-Server-ActiveSync", () => {
  it.each([
    ["14.0", "exchange2010"],
    ["14.0.639.21", "exchange2010"],
    ["14.3", "exchange2010sp1"],
    ["15.0", "exchange2013"],
    ["15.1.225.42", "exchange2016"],
    ["15.2", "exchange2019"],
    ["15.2.1118.7", "exchange2019"],
    ["15.2.2562.17", "exchangeSE"],
    ["15.20.7113.16", "exchangeOnline"],
    [" 15.1 ", "exchange2016"],
    ["8.1", "unknown"],
    ["15", "unknown"],
    ["14", "unknown"],
    ["15.9", "unknown"],
    ["", "unknown"],
    ["Kopano", "unknown"],
  ])("%j is %s", (text, product) => {
    expect(findProduct(text)).toBe(product);
  });
});
