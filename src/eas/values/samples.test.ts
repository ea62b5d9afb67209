import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type LinkedDocument, openDocument } from "../../document/open";
import { hasShared, needsShared, readSharedBytes } from "../../testing/shared";
import { isElement, kindOf, pageOf, TokenKind } from "../../wbxml/tokenTable";
import { tagIdentity } from "../../wbxml/tree";
import { easCodeSpace } from "../codeSpace";
import { readValue, type ValueContent, type ValueReading } from "./values";

const FOLDERS = ["samples/", "samples/real/"];

function samples(): string[] {
  return FOLDERS.flatMap((folder) => {
    const path = fileURLToPath(new URL(`../../../../shared/${folder}`, import.meta.url));
    return readdirSync(path).flatMap((name) => (name.endsWith(".wbxml") ? [folder + name] : []));
  });
}

function readContent({ tree }: LinkedDocument, leaf: number): ValueContent {
  const { start, end } = tree.data(leaf);
  const text = tree.text(leaf);
  return kindOf(tree.tokens, leaf) === TokenKind.Opaque
    ? { bytes: tree.tokens.bytes.subarray(start, end) }
    : { text: text ?? "" };
}

/** The reading of every leaf of a payload, with the name of its element. */
function listReadings(path: string): (readonly [key: string, reading: ValueReading])[] {
  const document = openDocument(readSharedBytes(path), easCodeSpace);
  const { tokens, children } = document.tree;
  return Array.from({ length: tokens.count }, (_, node) => node).flatMap((node) => {
    if (kindOf(tokens, node) !== TokenKind.Tag) return [];
    const [leaf, ...more] = children(node);
    const namespace = easCodeSpace.page(pageOf(tokens, node))?.namespace ?? "";
    const name = easCodeSpace.tag(pageOf(tokens, node), tagIdentity(tokens, node))?.name ?? "";
    if (leaf === undefined || more.length > 0 || isElement(tokens, leaf)) return [];
    const reading = readValue({ namespace, name }, readContent(document, leaf));
    return reading === undefined ? [] : [[`${namespace}:${name}`, reading] as const];
  });
}

describe.skipIf(!hasShared)(`values in the sample payloads${needsShared}`, () => {
  it("are read, and dates, zones, addresses and keys have no problems", () => {
    const all = samples().flatMap(listReadings);
    expect(all.length).toBeGreaterThan(250);
    const sound = new Set([
      "time-zone",
      "compact-date-time",
      "mail-addresses",
      "policy-key",
      "internet-code-page",
      "attachment-id",
    ]);
    const wrong = all.filter(([, { kind, problems }]) => sound.has(kind) && problems.length > 0);
    expect(wrong.map(([key, { problems }]) => [key, ...problems.map(({ code }) => code)])).toEqual([]);
  });
});
