import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatches } from "../../bytes/patch";
import { encodeXml } from "../../document/encode";
import { type LinkedDocument, openDocument } from "../../document/open";
import { easCodeSpace } from "../../eas/codeSpace";
import type { ProtocolVersion } from "../../eas/versions";
import { lint } from "../../lint/lint";
import type { LintContext, Message } from "../../lint/message";
import { readElements } from "../../session/elements";
import { encodeSample, noise, sampleTree } from "../../testing/arbitrary";
import { hex } from "../../testing/bytes";
import { startOf, TokenKind } from "../../wbxml/tokenTable";
import type { Template } from "../templates/template";
import { templates } from "../templates/templates";
import {
  applyFault,
  combineFaults,
  type DeliberateFault,
  faultFamilies,
  isApplicable,
} from "./deliberateFault";
import { faults } from "./faults";

const openBytes = (bytes: Uint8Array): LinkedDocument => openDocument(bytes, easCodeSpace);

const openXml = (xml: string): LinkedDocument => openBytes(encodeXml(xml, easCodeSpace).bytes);

interface Sample {
  readonly template: Template;
  readonly version: ProtocolVersion;
  readonly document: LinkedDocument;
}

/** Every template in its first and its last version, and in 14.0. */
const samples: readonly Sample[] = templates.flatMap((template) => {
  const { versions } = template;
  const some = versions.filter((version, i) => i === 0 || i === versions.length - 1 || version === "14.0");
  return some.map((version) => ({ template, version, document: openXml(template.xml(version) ?? "") }));
});

const findFault = (id: string): DeliberateFault => {
  const found = faults.find((fault) => fault.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

/** Faults that a rule reports only if the session contains the kinds of the folders. */
const OF_FOLDERS = new Set(["sms-in-calendar", "sms-in-drafts"]);

/** The server that rejects what later ones accept. */
const CONTEXT: Partial<LintContext> = { product: "exchange2010" };

const folders: Message = {
  xml: templates.find(({ id }) => id === "folder-sync-answer")?.xml("14.0") ?? "",
  command: "FolderSync",
  direction: "response",
};

/** Faults that no rule can report, and what proves that they were made. */
const UNTOLD: Readonly<Record<string, (broken: LinkedDocument, before: LinkedDocument) => boolean>> = {
  "huge-string": ({ bytes }, before) => bytes.length === before.bytes.length + (1 << 20),
  "sync-key-zero": (broken) =>
    readElements(broken)
      .all("AirSync:Collection")
      .some(
        (node) =>
          readElements(broken).childText(node, "AirSync:SyncKey") === "0" &&
          readElements(broken)
            .all("AirSync:Commands")
            .some((one) => one > node),
      ),
};

/** Faults that the rules report only for 14.0. */
const ONLY_14_0 = new Set(["sms-in-drafts"]);

/**
 * Faults that the rules report only as info in a 14.0 response, where the missing element might be optional.
 */
const NOT_SURE_OF_14_0 = new Set(["sms-class-missing"]);

function listFindings(
  fault: DeliberateFault,
  { template, version }: Sample,
  bytes: Uint8Array,
): readonly string[] {
  const { command, direction } = template;
  const session = OF_FOLDERS.has(fault.id) ? [folders] : [];
  const found = lint([...session, { bytes, command, direction, version }], { version, ...CONTEXT });
  const sure = found.filter(
    ({ severity, rule, messageIndex }) =>
      messageIndex === session.length && !(severity === "info" && rule.startsWith("sms/")),
  );
  return [...openBytes(bytes).malformations.map(({ code }) => code), ...sure.map(({ rule }) => rule)];
}

const clean = new Map<string, readonly string[]>();

/** The findings for a sample without any fault; computed once. */
function listFindingsBefore(fault: DeliberateFault, sample: Sample): readonly string[] {
  const key = `${sample.template.id} ${sample.version} ${OF_FOLDERS.has(fault.id)}`;
  const known = clean.get(key) ?? listFindings(fault, sample, sample.document.bytes);
  clean.set(key, known);
  return known;
}

/**
 * The samples to try a fault on: SMS and a few others for faults in the encoding, all of them for faults in
 * elements, and only a few for faults that add many bytes.
 */
function listSamples({ id, family }: DeliberateFault): readonly Sample[] {
  if (id === "deep-nesting") return samples.filter((_, i) => i % 300 === 0);
  if (id === "huge-string") return samples.filter((_, i) => i % 150 === 0);
  if (family !== "Sync and SMS")
    return samples.filter(({ template }, i) => template.group === "SMS" || i % 4 === 0);
  if (NOT_SURE_OF_14_0.has(id))
    return samples.filter(({ template, version }) => version !== "14.0" || template.direction === "request");
  return ONLY_14_0.has(id) ? samples.filter(({ version }) => version === "14.0") : samples;
}

describe.each(faults.map((fault): [string, DeliberateFault] => [fault.id, fault]))("%s", (id, fault) => {
  const struck = listSamples(fault).flatMap((sample) => {
    const bytes = applyFault(fault, sample.document);
    return bytes === undefined ? [] : [{ sample, bytes }];
  });

  it("has a place in some template, and changes its bytes", () => {
    expect(struck.length).toBeGreaterThan(0);
    expect(struck.filter(({ sample, bytes }) => Buffer.compare(bytes, sample.document.bytes) === 0)).toEqual(
      [],
    );
  });

  it("is reported by the decoder or the rules, wherever it is applied", () => {
    const isThere = UNTOLD[id];
    expect(fault.finds.length === 0).toBe(isThere !== undefined);
    const silent = struck.filter(({ sample, bytes }) =>
      isThere === undefined
        ? !listFindings(fault, sample, bytes).some((one) => fault.finds.includes(one))
        : !isThere(openBytes(bytes), sample.document),
    );
    expect(silent.map(({ sample: { template, version } }) => `${template.id} ${version}`)).toEqual([]);
  });

  it("is not reported before", () => {
    const before = struck.filter(({ sample }) =>
      listFindingsBefore(fault, sample).some((one) => fault.finds.includes(one)),
    );
    expect(before.map(({ sample: { template, version } }) => `${template.id} ${version}`)).toEqual([]);
  });
});

describe("on any document", () => {
  const light = faults.filter(({ id }) => id !== "deep-nesting" && id !== "huge-string");

  it("a fault changes the bytes, its patches fit, and the result can be read", () => {
    fc.assert(
      fc.property(sampleTree, noise, fc.option(fc.nat(400), { nil: undefined }), (tree, noisy, near) => {
        const document = openBytes(encodeSample(tree, noisy));
        for (const fault of light) {
          const patches = fault.patches(document, near === undefined ? {} : { near });
          expect([fault.id, isApplicable(fault, document)]).toEqual([fault.id, patches !== undefined]);
          if (patches === undefined) continue;
          const bytes = applyPatches(document.bytes, patches);
          expect([fault.id, Buffer.compare(bytes, document.bytes)]).not.toEqual([fault.id, 0]);
          expect(openBytes(bytes).xml).toBeTypeOf("string");
        }
      }),
      { numRuns: 150 },
    );
  });

  it("also of broken bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.boolean(), (rest, isHeaded) => {
        const document = openBytes(isHeaded ? Uint8Array.from([3, 1, 0x6a, 0, ...rest]) : rest);
        for (const fault of light) {
          const bytes = applyFault(fault, document);
          expect(isApplicable(fault, document)).toBe(bytes !== undefined);
          if (bytes !== undefined) expect(Buffer.compare(bytes, document.bytes)).not.toBe(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("100,000 levels are present, and closed", () => {
    const broken = openBytes(
      applyFault(
        findFault("deep-nesting"),
        openXml('<Sync xmlns="AirSync"><WindowSize>1</WindowSize></Sync>'),
      ) ?? new Uint8Array(0),
    );
    const { tokens } = broken.tree;
    expect(broken.malformations).toEqual([]);
    expect(tokens.kind.subarray(0, tokens.count).filter((kind) => kind === TokenKind.Tag).length).toBe(
      100_002,
    );
  });
});

describe("the bytes of some faults", () => {
  const ping = hex("03 01 6A 00 00 0D 45 48 03 36 30 00 01 01"); // Ping, HeartbeatInterval 60
  const applyAt = (id: string, near?: number) =>
    applyFault(findFault(id), openBytes(ping), near === undefined ? {} : { near });

  it.each([
    ["truncate-at-token", 8, "03 01 6A 00 00 0D 45 48"],
    ["truncate-in-string", 8, "03 01 6A 00 00 0D 45 48 03 36"],
    ["opaque-4-gb", undefined, "03 01 6A 00 00 0D 45 48 C3 8F FF FF FF 7F 36 30 01 01"],
    ["length-overflow", undefined, "03 01 6A 00 00 0D 45 48 C3 90 80 80 80 00 36 30 01 01"],
    ["length-six-bytes", undefined, "03 01 6A 00 00 0D 45 48 C3 80 80 80 80 80 02 36 30 01 01"],
    ["length-not-minimal", undefined, "03 01 6A 00 00 0D 45 48 C3 80 80 80 80 02 36 30 01 01"],
    ["end-missing", undefined, "03 01 6A 00 00 0D 45 48 03 36 30 00 01"],
    ["end-missing", 7, "03 01 6A 00 00 0D 45 48 03 36 30 00 01"],
    ["end-too-many", undefined, "03 01 6A 00 00 0D 45 48 03 36 30 00 01 01 01"],
    ["unknown-page", undefined, "03 01 6A 00 00 0D 45 00 1F 48 03 36 30 00 01 01"],
    ["attribute-bit", undefined, "03 01 6A 00 00 0D 45 C8 03 36 30 00 01 01"],
    ["str-t-without-table", undefined, "03 01 6A 00 00 0D 45 48 83 00 01 01"],
    ["string-table", undefined, "03 01 6A 03 36 30 00 00 0D 45 48 83 00 01 01"],
    ["literal", undefined, "03 01 6A 00 00 0D 45 44 00 03 36 30 00 01 01"],
    ["entity", undefined, "03 01 6A 00 00 0D 45 48 02 81 20 03 36 30 00 01 01"],
    ["nul-in-text", undefined, "03 01 6A 00 00 0D 45 48 03 36 00 30 00 01 01"],
    [
      "second-body",
      undefined,
      "03 01 6A 00 00 0D 45 48 03 36 30 00 01 01 03 01 6A 00 00 0D 45 48 03 36 30 00 01 01",
    ],
  ])("%s", (id, near, bytes) => {
    expect(applyAt(id, near)).toEqual(hex(bytes));
  });

  it("splits the first text that has two characters, between them", () => {
    const document = openXml(
      '<Sync xmlns="AirSync"><SyncKey>é</SyncKey><CollectionId>éa</CollectionId></Sync>',
    );
    const bytes = applyFault(findFault("text-split"), document) ?? new Uint8Array(0);
    expect(
      Buffer.from(bytes).indexOf(Buffer.from([0x52, 0x03, 0xc3, 0xa9, 0x00, 0x03, 0x61, 0x00])),
    ).toBeGreaterThan(0);
  });

  it("is applied at the chosen place", () => {
    const xml =
      "<Ping " +
      'xmlns="Ping"><HeartbeatInterval>60</HeartbeatInterval><Folders><Folder><Id>5</Id>' +
      "<Class>Email</Class></Folder></Folders></Ping>";
    const document = openXml(xml);
    const { tokens } = document.tree;
    const id = readElements(document).all("Ping:Id")[0] ?? -1;
    const near = startOf(tokens, id);
    const bytes = applyFault(findFault("attribute-bit"), document, { near });
    expect(bytes?.[near]).toBe((document.bytes[near] ?? 0) | 0x80);
  });
});

describe("the other pages of a message", () => {
  it("a tag on an unknown page does not affect the pages of the tags after it", () => {
    const document = openXml(
      "<Ping " +
        'xmlns="Ping"><HeartbeatInterval>60</HeartbeatInterval><Folders><Folder><Id>5</Id></Folder>' +
        "</Folders></Ping>",
    );
    const broken = openBytes(applyFault(findFault("unknown-page"), document) ?? new Uint8Array(0));
    expect(readElements(broken).all("Ping:HeartbeatInterval")).toEqual([]);
    expect(readElements(broken).all("Ping:Id").length).toBe(1);
  });

  it("an omitted element does not affect the pages of the tags after it", () => {
    const document = openXml(templates.find(({ id }) => id === "sms-two-options")?.xml("14.1") ?? "");
    const broken = openBytes(applyFault(findFault("options-three"), document) ?? new Uint8Array(0));
    expect(readElements(broken).all("AirSync:Options").length).toBe(3);
    expect(readElements(broken).all("AirSyncBase:BodyPreference").length).toBe(3);
    expect(broken.malformations).toEqual([]);
  });
});

describe("several at once", () => {
  it("are applied one after the other, and those without a place are returned", () => {
    const document = openXml(templates.find(({ id }) => id === "sms-two-options")?.xml("14.1") ?? "");
    const chosen = ["end-too-many", "sync-key-missing", "order-changed", "invalid-utf-8"].map(findFault);
    const { bytes, skipped: left } = combineFaults(chosen, document);
    expect(left.map(({ id }) => id)).toEqual(["order-changed"]);
    const broken = openBytes(bytes);
    expect(broken.malformations.map(({ code }) => code).toSorted()).toEqual([
      "text-not-in-charset",
      "trailing-bytes",
      "unexpected-end",
    ]);
    expect(readElements(broken).all("AirSync:SyncKey")).toEqual([]);
  });

  it("do nothing if none is chosen", () => {
    const document = openXml('<Ping xmlns="Ping"/>');
    expect(combineFaults([], document)).toEqual({ bytes: document.bytes, skipped: [] });
  });
});

describe("the list of faults", () => {
  it("has unique ids and names, and a section and an answer for each", () => {
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
    for (const { id, section, answer, breaks } of faults) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(section).toMatch(/^(WAP-192|RFC 3629|MS-AS[A-Z]+) \d+(\.\d+)*$/);
      expect(answer).toMatch(/\.$/);
      expect(breaks).toMatch(/\.$/);
    }
  });

  it("keeps each family together, in order", () => {
    expect(faults.map(({ family }) => family).filter((family, i, all) => family !== all[i - 1])).toEqual(
      faultFamilies,
    );
  });
});
