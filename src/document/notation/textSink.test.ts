import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utf8 } from "../../bytes/text";
import { escapeText, hasForbidden } from "../../xml/write";
import { textSink } from "./textSink";

const bytesOf = (text: string): Uint8Array => utf8.encode(text) ?? new Uint8Array(0);
const SEEN = /^[^\u0080-\u009f\u00ad\u2028\u2029\ufeff]*$/;

describe("textSink", () => {
  it("joins texts and bytes, and knows its length in UTF-16 units", () => {
    const sink = textSink(0);
    sink.put("a");
    sink.put("é😀");
    sink.putBytes(bytesOf("<b>"));
    sink.put("x".repeat(3000));
    sink.put("日".repeat(3000));
    expect(sink.putData(bytesOf("日😀"), 0, 7)).toBe(true);
    expect(sink.length()).toBe(1 + 3 + 3 + 6000 + 3);
    expect(sink.text()).toBe(`aé😀<b>${"x".repeat(3000)}${"日".repeat(3000)}日😀`);
    expect(sink.text()).toHaveLength(sink.length());
  });

  it("keeps a byte order mark that is text", () => {
    const sink = textSink(0);
    sink.put("\ufeffa");
    expect(sink.text()).toBe("\ufeffa");
  });

  it("writes bytes as character data exactly like their text, or rejects them", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc
        .array(
          fc.constantFrom(
            "]",
            "]]",
            ">",
            "&",
            "<",
            "a",
            " ",
            "\n",
            "\r",
            "\t",
            "é",
            "😀",
            "\u0085",
            "\u00a0",
            "\u2028",
            "\u202a",
            "\ufeff",
            "\ufffe",
            "\uffef",
            "\u0001",
            "\u007f",
          ),
          { maxLength: 8 },
        )
        .map((parts) => parts.join("")),
    );
    let taken = 0;
    fc.assert(
      fc.property(text, (value) => {
        if (!value.isWellFormed()) return;
        const bytes = bytesOf(`]]${value}>`); // the surrounding bytes have no effect
        const sink = textSink(0);
        sink.put("x");
        const done = sink.putData(bytes, 2, bytes.length - 1);
        const expected = done ? `x${escapeText(value)}` : "x";
        expect(sink.text()).toBe(expected);
        expect(sink.length()).toBe(expected.length);
        const plain = value.trim() !== "" && SEEN.test(value) && !hasForbidden(value);
        if (plain) expect(done).toBe(true);
        if (done) taken++;
      }),
      { numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(200);
  });

  it("rejects characters that XML can't contain, and white space alone", () => {
    const sink = textSink(0);
    for (const value of ["", " ", "\n\t", "a\u0001", "a\ufffe", "a\u0085", "a\u00ad", "a\u2028", "\ufeff"])
      expect(sink.putData(bytesOf(value), 0, bytesOf(value).length)).toBe(false);
    expect(sink.length()).toBe(0);
  });
});
