import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { listOwnKeys } from "../kit/commands/paneKeys";
import { xmlKeys } from "./keys";

it("the keys of the XML are those of features that the editor has", () => {
  const monaco = readFileSync(fileURLToPath(new URL("monaco.ts", import.meta.url)), "utf8");
  const features = xmlKeys.keys.flatMap(({ by }) => (typeof by === "object" ? [by.editor] : []));
  expect(listOwnKeys(xmlKeys)).toEqual([]);
  expect(features).toHaveLength(xmlKeys.keys.length);
  const isRegistered = (feature: string): boolean =>
    new RegExp(`^import "monaco-editor/.*\\b${feature}\\b`, "m").test(monaco);
  expect(features.filter((feature) => !isRegistered(feature))).toEqual([]);
});
