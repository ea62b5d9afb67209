import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { findElementByKey } from "./eas/catalogue";

const src = fileURLToPath(new URL(".", import.meta.url));
const KEY = /"([A-Z][A-Za-z0-9]+:[A-Z_][A-Za-z0-9]+)"/g;
/**
 * Words before a colon that are not namespaces: lines of iCalendar and vCard, and placeholders for keys in
 * comments.
 */
const NO_NAMESPACES: ReadonlySet<string> = new Set(["BEGIN", "END", "METHOD", "Namespace"]);

it("every element that the code names by its key is there", () => {
  const keys = new Set(
    readdirSync(src, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
      .flatMap((path) => [...readFileSync(join(src, path), "utf8").matchAll(KEY)].map(([, key = ""]) => key)),
  );
  const named = [...keys].filter((key) => !NO_NAMESPACES.has(key.slice(0, key.indexOf(":"))));
  expect(named.length).toBeGreaterThan(150);
  expect(named.filter((key) => findElementByKey(key) === undefined)).toEqual([]);
});
