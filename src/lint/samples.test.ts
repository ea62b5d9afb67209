import { describe, expect, it } from "vitest";
import { hasShared, needsShared, readSharedBytes, readSharedJson } from "../testing/shared";
import { lint } from "./lint";

interface Vector {
  readonly file: string;
  readonly kind?: string;
}

/** Real traffic that violates the specification: file → the rules that report it, and why they are right. */
const REALLY_BROKEN: Readonly<Record<string, readonly [rules: readonly string[], reason: string]>> = {
  "aosp-unknown-codepage.wbxml": [["schema/unknown-element"], "uses code page 64, which EAS does not define"],
  "ascmd-example-016.wbxml": [
    ["schema/wrong-type", "schema/missing", "schema/misplaced", "wbxml/literal", "wbxml/string-table"],
    "its encoder mapped unknown names to other pages or to literals, and its time zones have 234 " +
      "characters",
  ],
  "ascmd-example-047.wbxml": [
    ["wbxml/string-table"],
    "its encoder wrote repeated values as STR_T, which EAS does not use",
  ],
  "ascmd-example-073.wbxml": [
    ["wbxml/string-table"],
    "its encoder wrote repeated values as STR_T, which EAS does not use",
  ],
  "ascmd-example-058.wbxml": [
    [
      "schema/wrong-type",
      "schema/missing",
      "schema/misplaced",
      "schema/operation",
      "wbxml/literal",
      "wbxml/string-table",
    ],
    "the same encoder; the file is labelled as a response, but GetChanges makes it a request",
  ],
  "syncroton-android-contact-add.wbxml": [
    ["schema/wrong-type"],
    "the phone sends a birthday without a time of day",
  ],
  "b4360e7b1d.wbxml": [["schema/misplaced"], "the server writes Provision:Status instead of Settings:Status"],
  "bdb53a7475.wbxml": [["schema/misplaced"], "the server writes Provision:Status instead of Settings:Status"],
  "c2b955d3cf.wbxml": [["schema/misplaced"], "the server writes Provision:Status instead of Settings:Status"],
  "f82ac8cd42.wbxml": [["schema/missing"], "the server returns a primary address but no SMTPAddress"],
};

const vectors = (): readonly (readonly [path: string, vector: Vector])[] => [
  ...readSharedJson<readonly Vector[]>("samples/index.json")
    .filter(({ kind }) => kind === "eas-request" || kind === "eas-response")
    .map((vector) => [`samples/${vector.file}`, vector] as const),
  ...readSharedJson<readonly Vector[]>("samples/real/index.json").map(
    (vector) => [`samples/real/${vector.file}`, vector] as const,
  ),
];

describe.skipIf(!hasShared)(`real traffic${needsShared}`, () => {
  const all = hasShared ? vectors() : [];

  it("is available", () => {
    expect(all.length).toBeGreaterThan(50);
  });

  it.each(all)("%s has only its known errors", (path, { file, kind }) => {
    const direction = kind === "eas-request" ? "request" : kind === "eas-response" ? "response" : undefined;
    const found = lint([{ bytes: readSharedBytes(path), ...(direction !== undefined && { direction }) }]);
    const errors = [...new Set(found.filter(({ severity }) => severity === "error").map(({ rule }) => rule))];
    const [known = []] = REALLY_BROKEN[file] ?? [];
    expect(errors.filter((rule) => !known.includes(rule))).toEqual([]);
  });
});
