import { describe, expect, it } from "vitest";
import { hasShared, needsShared, readSharedJson } from "../testing/shared";
import { codePageTables } from "./codePageTables";
import { easCodeSpace } from "./codeSpace";
import { retiredTags } from "./retiredTags";
import { tagAliases } from "./tagAliases";
import { protocolVersions } from "./versions";

const pages = codePageTables.map(({ page }) => page);
const allTags = codePageTables.flatMap(({ page, tags }) =>
  tags.map(([token, name, versions, type]) => ({ page, token, name, versions, type: type ?? null })),
);
const allRetired = pages.flatMap((page) =>
  (retiredTags[page] ?? []).map(([token, name]) => ({ page, token, name })),
);
const allAliases = pages.flatMap((page) =>
  Object.entries(tagAliases[page] ?? {}).map(([alias, name]) => ({ page, alias, name })),
);

function twice(keys: readonly string[]): string[] {
  return keys.filter((key, i) => keys.indexOf(key) !== i);
}

describe("the code pages of EAS", () => {
  it("are 26 with 608 tags, 46 of older traffic beside them", () => {
    expect(pages).toEqual(Array.from({ length: 26 }, (_, page) => page));
    expect(allTags).toHaveLength(608);
    expect(allRetired).toHaveLength(46);
    expect(Object.keys(retiredTags).every((page) => pages.includes(Number(page)))).toBe(true);
    expect(Object.keys(tagAliases).every((page) => pages.includes(Number(page)))).toBe(true);
  });

  it("assign each identity once, from 0x05 to 0x3F, retired ones included", () => {
    const tokens = [...allTags, ...allRetired];
    expect(tokens.filter(({ token }) => token < 5 || token > 0x3f)).toEqual([]);
    expect(twice(tokens.map(({ page, token }) => `${page}/${token}`))).toEqual([]);
  });

  it("name each tag once, whatever the case, retired ones and aliases included", () => {
    expect(
      twice([...allTags, ...allRetired].map(({ page, name }) => `${page}/${name.toLowerCase()}`)),
    ).toEqual([]);
    const names = new Set([...allTags, ...allRetired].map(({ page, name }) => `${page}/${name}`));
    expect(allAliases.filter(({ page, alias }) => names.has(`${page}/${alias}`))).toEqual([]);
  });

  it("have names that are XML names, and prefixes and namespaces of their own", () => {
    expect([...allTags, ...allRetired].filter(({ name }) => !/^[A-Za-z][A-Za-z0-9]*$/.test(name))).toEqual(
      [],
    );
    expect(twice(codePageTables.map(({ prefix }) => prefix))).toEqual([]);
    expect(twice(codePageTables.map(({ namespace }) => namespace.toLowerCase()))).toEqual([]);
    expect(codePageTables.filter(({ prefix }) => !/^[a-z][a-z0-9]*$/.test(prefix))).toEqual([]);
    expect(codePageTables.filter(({ namespace }) => namespace.endsWith(":"))).toEqual([]);
  });

  it("say which versions know a tag: at least one, oldest first, without a gap", () => {
    const wrong = allTags.filter(({ versions }) => {
      const first = protocolVersions.indexOf(versions[0] ?? "2.5");
      return versions.length === 0 || versions.some((version, i) => version !== protocolVersions[first + i]);
    });
    expect(wrong).toEqual([]);
  });

  it("have eight byte arrays [MS-ASDTYPE 2.7.1]", () => {
    expect(
      allTags.filter(({ type }) => type !== null).map(({ page, token, type }) => [page, token, type]),
    ).toEqual([
      [10, 0x1c, "opaque"],
      [15, 0x20, "opaque"],
      [16, 0x12, "opaque"],
      [17, 0x1f, "opaque"],
      [20, 0x18, "opaque"],
      [21, 0x10, "opaque-mime"],
      [22, 0x09, "opaque"],
      [22, 0x0a, "opaque"],
    ]);
  });
});

describe("the code space of EAS", () => {
  it("finds every tag by token and by name", () => {
    for (const { page, token, name } of allTags) {
      expect(easCodeSpace.tag(page, token)).toEqual({ page, token, name });
      expect(easCodeSpace.find(page, name)).toEqual({ page, token, name });
    }
  });

  it("finds every retired tag, and marks it", () => {
    for (const { page, token, name } of allRetired) {
      expect(easCodeSpace.tag(page, token)).toEqual({ page, token, name, retired: true });
      expect(easCodeSpace.find(page, name)).toEqual({ page, token, name, retired: true });
    }
  });

  it("finds every alias, and says that it is one", () => {
    for (const { page, alias, name } of allAliases) {
      const tag = easCodeSpace.find(page, name);
      expect(tag?.name).toBe(name);
      expect(easCodeSpace.find(page, alias)).toEqual({ ...tag, as: "alias" });
    }
  });

  it("finds a name in another case, and says so", () => {
    expect(easCodeSpace.find(0, "synckey")).toEqual({
      page: 0,
      token: 0x0b,
      name: "SyncKey",
      as: "other-case",
    });
    expect(easCodeSpace.find(0, "SYNCHRONIZE")).toMatchObject({ name: "Sync", as: "alias" });
  });

  it("knows no other name, token or page", () => {
    expect(easCodeSpace.find(0, "Subject")).toBeUndefined();
    expect(easCodeSpace.find(0, "toString")).toBeUndefined();
    expect(easCodeSpace.find(pages.length, "Sync")).toBeUndefined();
    expect(easCodeSpace.tag(17, 0x3f)).toBeUndefined();
    expect(easCodeSpace.tag(0, 0x04)).toBeUndefined();
    expect(easCodeSpace.tag(31, 5)).toBeUndefined();
    expect(easCodeSpace.page(pages.length)).toBeUndefined();
    expect(easCodeSpace.pageOf("AirNothing")).toBeUndefined();
    expect(easCodeSpace.pageOf("")).toBeUndefined();
  });

  it("knows a page by its namespace in each spelling", () => {
    for (const { page, namespace, prefix } of codePageTables) {
      const spellings = [
        namespace,
        `${namespace}:`,
        `uri:${namespace}`,
        namespace.toUpperCase(),
        `${namespace.toLowerCase()}:`,
      ];
      expect(spellings.map((spelling) => easCodeSpace.pageOf(spelling)?.page)).toEqual(
        spellings.map(() => page),
      );
      expect(easCodeSpace.page(page)).toMatchObject({ page, namespace, prefix });
    }
  });
});

interface PageFact {
  readonly page: number;
  readonly namespace: string;
  readonly prefix: string;
  readonly spec: string | null;
  readonly tags: readonly {
    readonly token: string;
    readonly name: string;
    readonly versions: readonly string[];
    readonly type: string | null;
  }[];
}

interface TagFact {
  readonly page: number;
  readonly token: string;
  readonly name: string;
}

const byPlace = (a: { page: number; token: number }, b: { page: number; token: number }): number =>
  a.page - b.page || a.token - b.token;

describe.skipIf(!hasShared)(`the tables beside the facts of the specification${needsShared}`, () => {
  it("hold the same pages and tags, entry by entry", () => {
    const facts = readSharedJson<PageFact[]>("spec/codepages.json");
    expect(
      codePageTables.map(({ page, namespace, prefix, spec }) => ({
        page,
        namespace,
        prefix,
        spec: spec ?? null,
      })),
    ).toEqual(facts.map(({ page, namespace, prefix, spec }) => ({ page, namespace, prefix, spec })));
    const listed = facts.flatMap(({ page, tags }) =>
      tags.map(({ token, name, versions, type }) => ({ page, token: Number(token), name, versions, type })),
    );
    expect(listed).toHaveLength(608);
    expect(allTags).toEqual(listed);
  });

  it("hold the same retired tokens", () => {
    const facts = readSharedJson<TagFact[]>("spec/codepages-retired.json").map(({ page, token, name }) => ({
      page,
      token: Number(token),
      name,
    }));
    expect(facts).toHaveLength(46);
    expect([...allRetired].sort(byPlace)).toEqual(facts.sort(byPlace));
  });

  it("hold the same aliases, each for the tag that it is one of", () => {
    const facts = readSharedJson<(TagFact & { readonly alias: string })[]>("spec/codepages-aliases.json");
    expect(facts.length).toBeGreaterThan(100);
    const wrong = facts.filter(({ page, token, name, alias }) => {
      const found = easCodeSpace.find(page, alias);
      return found?.token !== Number(token) || found.name !== name || found.as !== "alias";
    });
    expect(wrong).toEqual([]);
    expect(allAliases).toHaveLength(facts.length);
  });
});
