import { expect, it } from "vitest";
import { decode, encode } from "../../index";
import { measureNames, writeColumnWidth } from "./nameColumn";

it("measures the name that needs the most room", () => {
  const document = decode(
    encode(
      '<Sync xmlns="AirSync"><Collections><Collection><CollectionId>1</CollectionId>' +
        "</Collection></Collections></Sync>",
    ).bytes,
  );
  expect(measureNames(document, document.rows())).toEqual({ depth: 3, length: 12 });
});

it("leaves room for the values, whatever is chosen", () => {
  const names = { depth: 3, length: 12 };
  expect(writeColumnWidth(undefined, names)).toBe(
    "min(clamp(46%, calc(32px + 3 * var(--indent) + 12ch), 58%), 100% - 120px)",
  );
  expect(writeColumnWidth(70, names)).toBe("min(70%, 100% - 120px)");
});
