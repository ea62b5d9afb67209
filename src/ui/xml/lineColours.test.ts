import fc from "fast-check";
import { expect, it } from "vitest";
import { colourLine } from "./lineColours";

const kinds = (line: string): readonly string[] =>
  colourLine(line).map(({ kind, part }) => `${kind} ${part}`);

it("tells tags, attributes, text and opaque data apart", () => {
  expect(kinds('<Sync xmlns="AirSync">')).toEqual([
    "delimiter <",
    "tag Sync",
    "tag  ",
    "attribute xmlns=",
    'text "AirSync"',
    "delimiter >",
  ]);
  expect(kinds("  <Id>55:11</Id>")).toEqual([
    "text   ",
    "delimiter <",
    "tag Id",
    "delimiter >",
    "text 55:11",
    "delimiter </",
    "tag Id",
    "delimiter >",
  ]);
  expect(kinds("<?opaque AQIDBAU=?>")).toEqual([
    "delimiter <?",
    "attribute opaque ",
    "opaque AQIDBAU=",
    "delimiter ?>",
  ]);
});

it("leaves nothing out", () => {
  const lines = fc.array(
    fc.constantFrom("<", "</", "/>", ">", "?", "<?opaque ", "?>", '"', "'", "=", " ", "a:b", "⏎"),
  );
  fc.assert(
    fc.property(lines, (parts) => {
      const line = parts.join("");
      expect(
        colourLine(line)
          .map(({ part }) => part)
          .join(""),
      ).toBe(line);
    }),
  );
});
