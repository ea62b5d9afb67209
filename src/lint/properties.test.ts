import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatches } from "../bytes/patch";
import { applyReplacements } from "../bytes/textEdit";
import { openDocument } from "../document/open";
import { reviseDocument } from "../document/revise/revise";
import { easCodeSpace } from "../eas/codeSpace";
import { encodeSample, noise, sampleTree } from "../testing/arbitrary";
import { hex } from "../testing/bytes";
import { kindOf, pageOf, TokenKind } from "../wbxml/tokenTable";
import { tagIdentity } from "../wbxml/tree";
import { joinPatches } from "./fix";
import { lint, lintMessage, lintViews } from "./lint";
import type { Message } from "./message";
import type { ByteFix, Diagnostic, Fix } from "./rule";
import { rules } from "./rules";
import { type MessageView, viewDocument, viewMessage } from "./view";

const start = Uint8Array.of(0x03, 0x01, 0x6a, 0x00);
const common = [
  0, 1, 1, 1, 2, 3, 3, 4, 0x05, 0x45, 0x4b, 0x5c, 0x0f, 0x11, 0x41, 0x43, 0x44, 0x80, 0x83, 0x84, 0x85, 0xc0,
  0xc3, 0xc4, 0xc5,
];

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.uint8Array({ maxLength: 200 }).map((body) => Uint8Array.of(...start, ...body)),
  fc.array(fc.constantFrom(...common), { maxLength: 60 }).map((body) => Uint8Array.of(...start, ...body)),
  fc.tuple(sampleTree, noise, fc.nat()).map(([tree, noisy, cut]) => {
    const bytes = encodeSample(tree, noisy);
    return bytes.subarray(0, cut % (bytes.length + 1));
  }),
);

const written = fc.tuple(sampleTree, noise).map(([tree, noisy]) => encodeSample(tree, noisy));

/** Valid headers other than the EAS header, before the same bodies. */
const otherHeaders = fc
  .tuple(
    written,
    fc.constantFrom(
      "02 01 6A 00",
      "01 05 6A 00",
      "03 01 80 6A 00",
      "03 01 00 00",
      "03 00 80 00 6A 02 41 00",
      "03 01 6A 03 41 42 00",
    ),
  )
  .map(([bytes, header]) => Uint8Array.of(...hex(header), ...bytes.subarray(4)));

function expectInside(view: MessageView, diagnostics: readonly Diagnostic[]): void {
  for (const { range, textRange, rule } of diagnostics) {
    expect([
      rule,
      range.start >= 0,
      range.start <= range.end,
      range.end <= view.document.bytes.length,
    ]).toEqual([rule, true, true, true]);
    expect([
      rule,
      textRange.from >= 0,
      textRange.from <= textRange.to,
      textRange.to <= view.xml.length,
    ]).toEqual([rule, true, true, true]);
  }
}

const writeXml = (bytes: Uint8Array): string => openDocument(bytes, easCodeSpace).xml;

function lintAlone(message: Message): {
  readonly view: MessageView;
  readonly diagnostics: readonly Diagnostic[];
} {
  const view = viewMessage(message, 0);
  return { view, diagnostics: lintViews([view]) };
}

/** How often each rule reported a finding. */
function counts(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { rule } of diagnostics) found.set(rule, (found.get(rule) ?? 0) + 1);
  return found;
}

/** The message with a fix applied as the page applies it: patches directly, text by revising the document. */
function fixedView(view: MessageView, fix: Fix): MessageView {
  const { document } = view;
  const patches = fix.patches ?? reviseDocument(document, applyReplacements(view.xml, fix.edits)).patches;
  const { command, direction, version } = view;
  const known = {
    ...(command !== undefined && { command }),
    ...(direction && { direction }),
    ...(version && { version }),
  };
  return viewDocument(
    openDocument(applyPatches(document.bytes, patches), easCodeSpace),
    known,
    view.index,
    view.context,
    [],
  );
}

/** The meaning of a message, regardless of its encoding: its tags and their texts. */
function meaningOf({ document, text }: MessageView): readonly string[] {
  const { tokens } = document.tree;
  const said: string[] = [];
  for (let token = 0; token < tokens.count; token++) {
    if (kindOf(tokens, token) === TokenKind.Tag)
      said.push(`${pageOf(tokens, token)} ${tagIdentity(tokens, token)} ${text(token) ?? "…"}`);
  }
  return said;
}

/**
 * A safe fix resolves its finding and causes no other; a byte fix does not change the meaning of the message.
 */
function expectFixed(view: MessageView, diagnostics: readonly Diagnostic[], most: number): number {
  const before = counts(diagnostics);
  const safe = diagnostics.flatMap(({ rule, fixes }) =>
    fixes.filter((fix) => fix.safe).map((fix) => ({ rule, fix })),
  );
  for (const { rule, fix } of safe.slice(0, most)) {
    const fixed = fixedView(view, fix);
    if (fix.patches !== undefined) expect([rule, meaningOf(fixed)]).toEqual([rule, meaningOf(view)]);
    const after = counts(lintMessage(fixed));
    expect([rule, after.get(rule) ?? 0]).toEqual([
      rule,
      expect.toSatisfy((count: number) => count < (before.get(rule) ?? 0)),
    ]);
    const grown = [...after].filter(([other, count]) => count > (before.get(other) ?? 0));
    expect([rule, fix.title, grown]).toEqual([rule, fix.title, []]);
  }
  return safe.length;
}

describe("the rules, on arbitrary input", () => {
  it("never throw on bytes, and their findings lie inside", () => {
    fc.assert(
      fc.property(fc.oneof(anyBytes, written, otherHeaders), (bytes) => {
        const { view, diagnostics } = lintAlone({ bytes });
        expectInside(view, diagnostics);
      }),
      { numRuns: 1500 },
    );
  });

  it("never throw on XML, whether or not it is well-formed", () => {
    const pieces = [
      "<",
      "</",
      ">",
      "/>",
      "Sync",
      'xmlns="AirSync"',
      "airsyncbase:",
      "Body",
      "<!--",
      "-->",
      "<?opaque ",
      "AAA=",
      "?>",
      "&",
      "<![CDATA[",
      "]]>",
      " ",
      "x",
    ];
    const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(""));
    const cut = fc.tuple(written, fc.nat()).map(([bytes, at]) => {
      const { xml } = openDocument(bytes, easCodeSpace);
      return xml.slice(0, at % (xml.length + 1));
    });
    fc.assert(
      fc.property(fc.oneof(soup, cut, anyBytes.map(writeXml)), (xml) => {
        const { view, diagnostics } = lintAlone({ xml });
        expect(view.xml).toBe(xml);
        expectInside(view, diagnostics);
        if (view.document.bytes.length === 0)
          expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(["5e7a76f6a3f7a10ca53b", "73565fc8bfd0a0b215fe", "c04973e7e4848a1dee8c"])(
    "give places and fixes in the text they were given, also if its bytes say something else: %s",
    (bytes) => {
      const xml = writeXml(hex(bytes));
      const found = lint([{ xml }]);
      expect(found.length).toBeGreaterThan(0);
      const ranges = found.flatMap(({ textRange, fixes }) => [
        textRange,
        ...fixes.flatMap((fix) => fix.edits?.map(({ range }) => range) ?? []),
      ]);
      expect(ranges.filter(({ from, to }) => from < 0 || from > to || to > xml.length)).toEqual([]);
    },
  );

  it("cope with very large numbers of anything", () => {
    const many = (unit: readonly number[], count: number): number[] =>
      Array.from({ length: unit.length * count }, (_, i) => unit[i % unit.length] ?? 0);
    const bodiesOf: Readonly<Record<string, readonly number[]>> = {
      "nested elements": [...many([0x45], 20_000), ...many([0x01], 20_000)],
      "unclosed elements": many([0x45], 20_000),
      "page switches": [0x45, ...many([0x00, 0x02], 150_000), 0x01],
      "pieces of text": [0x45, ...many([0x03, 0x41, 0x00], 150_000), 0x01],
      children: [0x45, ...many([0x0b], 20_000), 0x01],
    };
    for (const [name, body] of Object.entries(bodiesOf)) {
      const { view, diagnostics } = lintAlone({ bytes: Uint8Array.from([...start, ...body]) });
      expect([name, view.document.bytes.length, diagnostics.length > 0]).toEqual([
        name,
        body.length + 4,
        true,
      ]);
    }
  });

  it("report the same for a payload and for its own XML, except for encoding", () => {
    fc.assert(
      fc.property(sampleTree, (tree) => {
        const bytes = encodeSample(tree);
        const names = (diagnostics: readonly Diagnostic[]) =>
          diagnostics.map(({ rule, range }) => `${rule} ${range.start}`);
        expect(names(lint([{ xml: openDocument(bytes, easCodeSpace).xml }]))).toEqual(
          names(lint([{ bytes }])),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("report damage that a text asks for once, by the rule of the malformation", () => {
    const found = lint([{ xml: '<Sync xmlns="AirSync"/><?char U+0041?>' }]);
    expect(found.map(({ rule }) => rule).filter((rule) => rule.startsWith("wbxml/"))).toEqual([
      "wbxml/trailing-bytes",
    ]);
  });

  it("mark a fix as safe only if it resolves its finding and causes no other", () => {
    let tried = 0;
    fc.assert(
      fc.property(fc.oneof(written, otherHeaders, anyBytes), (bytes) => {
        const view = viewMessage({ bytes }, 0);
        tried += expectFixed(view, lintMessage(view), 12);
      }),
      { numRuns: 800, examples: [[hex("03 01 6A 00 50 03 53 4D 53 00 01")]] },
    );
    expect(tried).toBeGreaterThan(500);
  });

  it("allow all safe byte fixes to be applied at once, until none is left", () => {
    fc.assert(
      fc.property(fc.oneof(written, otherHeaders), (bytes) => {
        let view = viewMessage({ bytes }, 0);
        const meaning = meaningOf(view);
        for (let round = 0; ; round++) {
          const safe = lintMessage(view).flatMap(({ fixes }) =>
            fixes.filter((fix) => fix.safe && fix.patches !== undefined),
          ) as ByteFix[];
          if (safe.length === 0) break;
          expect(round).toBeLessThan(12);
          const patches = joinPatches(view.document, safe);
          expect(patches.length).toBeGreaterThan(0);
          view = viewMessage({ bytes: applyPatches(view.document.bytes, patches) }, 0);
          expect(meaningOf(view)).toEqual(meaning);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each(rules)("$id marks no unsafe fix as safe in its examples", ({ examples }) => {
    expect(examples.length).toBeGreaterThan(0);
    for (const { messages, context } of examples) {
      const views = messages.map((given, index) => {
        if (typeof given !== "string")
          return viewMessage(
            given.hex === undefined ? given : { ...given, bytes: hex(given.hex) },
            index,
            context,
          );
        return viewMessage(given.startsWith("<") ? { xml: given } : { bytes: hex(given) }, index, context);
      });
      for (const view of views) expectFixed(view, lintMessage(view), 12);
    }
  });
});
