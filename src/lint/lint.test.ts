import { describe, expect, it } from "vitest";
import { toHex } from "../bytes/hex";
import { applyPatches } from "../bytes/patch";
import { applyReplacements } from "../bytes/textEdit";
import { isEncodable } from "../document/problem";
import { hex } from "../testing/bytes";
import { lintViews } from "./lint";
import type { Message } from "./message";
import type { Fix, Rule, RuleExample } from "./rule";
import { rules } from "./rules";
import { type MessageView, viewMessage } from "./view";

const readMessage = (given: RuleExample["messages"][number]): Message => {
  if (typeof given === "string") return given.startsWith("<") ? { xml: given } : { bytes: hex(given) };
  const { hex: digits, ...message } = given;
  return digits === undefined ? message : { ...message, bytes: hex(digits) };
};

function lintExample(rule: Rule, { messages, context }: Pick<RuleExample, "messages" | "context">) {
  const views = messages.map((message, index) => viewMessage(readMessage(message), index, context));
  return { views, diagnostics: lintViews(views, [rule]) };
}

/** A message with a fix applied: as XML, or in hexadecimal for a byte fix, as in the examples. */
function applyAnyFix(view: MessageView | undefined, fix: Fix): string {
  if (view === undefined) return "";
  return fix.patches === undefined
    ? applyReplacements(view.xml, fix.edits)
    : toHex(applyPatches(view.document.bytes, fix.patches));
}

/** The message ids of diagnostics, recognised by the fixed parts of their texts. */
function listIds(rule: Rule, diagnostics: readonly { readonly message: string }[]): string[] {
  const patterns = Object.entries(rule.messages).map(([id, template]) => {
    const literal = template.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return [id, new RegExp(`^${literal.join("[\\s\\S]*")}$`)] as const;
  });
  return diagnostics.map(
    ({ message }) => patterns.find(([, pattern]) => pattern.test(message))?.[0] ?? message,
  );
}

describe.each(rules)("rule $id", (rule) => {
  it("has a clean example and a failing one", () => {
    expect(rule.examples.some(({ finds }) => finds.length === 0)).toBe(true);
    expect(rule.examples.some(({ finds }) => finds.length > 0)).toBe(true);
    expect(
      Object.keys(rule.messages).filter((id) => !rule.examples.some(({ finds }) => finds.includes(id))),
    ).toEqual([]);
  });

  it.each(rule.examples)("$title", (example) => {
    const { views, diagnostics } = lintExample(rule, example);
    if (!rule.id.startsWith("wbxml/xml-"))
      for (const { problems } of views) expect(isEncodable(problems)).toBe(true);
    expect(listIds(rule, diagnostics)).toEqual(example.finds);
    for (const { range, textRange, messageIndex } of diagnostics) {
      const view = views[messageIndex];
      expect(
        range.start >= 0 && range.start <= range.end && range.end <= (view?.document.bytes.length ?? 0),
      ).toBe(true);
      expect(
        textRange.from >= 0 && textRange.from <= textRange.to && textRange.to <= (view?.xml.length ?? 0),
      ).toBe(true);
    }
    const expected = example.fixed ?? example.fixedHex;
    if (expected === undefined) return;
    const [first] = diagnostics.flatMap(({ fixes, messageIndex }) => (messageIndex === 0 ? fixes : []));
    expect(first && applyAnyFix(views[0], first)).toBe(expected);
    const messages = [expected, ...example.messages.slice(1)];
    expect(listIds(rule, lintExample(rule, { ...example, messages }).diagnostics)).toEqual(
      example.finds.slice(1),
    );
  });
});

describe("dropEchoes", () => {
  it("keeps the rule that knows the reason, and drops schema findings at the same bytes", () => {
    const xml =
      "<Sync " +
      'xmlns="AirSync"><Collections><Collection><SyncKey>7</SyncKey><CollectionId>15</CollectionId>' +
      "<Options><Class>SMS</Class></Options><Options/><Options/></Collection></Collections></Sync>";
    const found = lintViews([
      viewMessage({ xml, direction: "request" }, 0, { folder: "inbox", version: "14.1" }),
    ]);
    expect(found.map(({ rule }) => rule)).toContain("sms/options-max-two");
    expect(found.map(({ rule }) => rule)).not.toContain("schema/too-many");
  });
});
