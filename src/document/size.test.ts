import { describe, expect, it } from "vitest";
import { easCodeSpace } from "../eas/codeSpace";
import { encode } from "../index";
import { openDocument } from "./open";
import { hasWholeText, openWithinLimits, TooLargeError } from "./size";

const { bytes } = encode('<Sync xmlns="AirSync"><Limit>7</Limit></Sync>');
const { count } = openDocument(bytes, easCodeSpace).tree.tokens;

const open = (limits: Parameters<typeof openWithinLimits>[2]) => () =>
  openWithinLimits(bytes, easCodeSpace, limits);

describe("a payload within the limits of a browser", () => {
  it("is opened, up to the last byte and the last token", () => {
    const document = openWithinLimits(bytes, easCodeSpace, { maxBytes: bytes.length, maxTokens: count });
    expect(document.xml).toBe(openDocument(bytes, easCodeSpace).xml);
    expect(hasWholeText(document)).toBe(true);
  });

  it("is refused with a byte more, or a token more, and the limit is said", () => {
    expect(open({ maxBytes: bytes.length - 1 })).toThrow(TooLargeError);
    expect(open({ maxTokens: count - 1 })).toThrow(TooLargeError);
    expect(open({ maxTokens: count - 1 })).toThrow(`more than ${count - 1} tokens`);
    expect(open({ maxBytes: 0 })).toThrow("larger than 0 MB");
  });

  it("of page switches alone is refused as soon as it has too many", () => {
    const zeros = new Uint8Array(2_000_000);
    expect(() => openWithinLimits(zeros, easCodeSpace, { maxTokens: 500_000 })).toThrow("500,000 tokens");
    const { tree } = openWithinLimits(zeros, easCodeSpace, { maxTokens: 1_000_010 });
    expect(tree.tokens.count).toBeGreaterThan(900_000);
  });
});
