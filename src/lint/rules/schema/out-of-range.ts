import { type Limits, spec } from "../../../eas/elements/element";
import { kindOf, startOf, TokenKind, type TokenTable } from "../../../wbxml/tokenTable";
import { findElementSpec } from "../../facts/schema/elementSpec";
import { describeExpected, fitsType, hasValue, readValue } from "../../facts/schema/values";
import type { Rule } from "../../rule";

interface BoundsViolation {
  readonly kind: "number" | "length";
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly value: string;
}

function isOutside(value: number, min: number | undefined, max: number | undefined): boolean {
  return value < (min ?? Number.NEGATIVE_INFINITY) || value > (max ?? Number.POSITIVE_INFINITY);
}

/**
 * Finds the limits that a text violates, as a number or by its length in UTF-16 units; `undefined` if it is
 * within them.
 */
function findBoundsViolation(
  text: string,
  { min, max, minLength, maxLength }: Limits,
): BoundsViolation | undefined {
  const isBounded = min !== undefined || max !== undefined;
  if (isBounded && /^[+-]?\d+(\.\d+)?$/.test(text) && isOutside(Number(text), min, max))
    return { kind: "number", min, max, value: text };
  return isOutside(text.length, minLength, maxLength)
    ? { kind: "length", min: minLength, max: maxLength, value: String(text.length) }
    : undefined;
}

/**
 * Whether an element that contains an inline string has at most this many bytes. Its text then has at most as
 * many characters.
 */
function isShorter(tokens: TokenTable, node: number, most: number): boolean {
  const isInline =
    kindOf(tokens, node + 1) === TokenKind.InlineString && kindOf(tokens, node + 2) === TokenKind.End;
  return isInline && startOf(tokens, node + 2) - startOf(tokens, node) <= most;
}

/** "from 1 to 59", "at most 64", "at least 1" or "exactly 32". */
function describeBounds({ min, max }: BoundsViolation): string {
  if (min === undefined) return `at most ${max}`;
  if (max === undefined) return `at least ${min}`;
  return min === max ? `exactly ${min}` : `from ${min} to ${max}`;
}

/** A number outside its element's limits, or a text that is too short or too long. */
export const outOfRange: Rule = {
  id: "schema/out-of-range",
  title: "Value out of range",
  severity: "error",
  spec: spec("MS-ASCMD 2.2.3"),
  why: "Servers reject values that are out of range, or silently use the nearest limit instead.",
  messages: {
    number: "{element} must be {bounds}, but is {value}.",
    length: "{element} must be {bounds} characters long, but has {value}.",
  },
  chooseCheck: (entry, view) => {
    if (entry === undefined || !hasValue(entry)) return undefined;
    const { limits, meanings } = entry;
    const differs = meanings.some((meaning) => meaning.limits !== undefined);
    if (!differs && Object.values(limits).every((limit) => limit === undefined)) return undefined;
    const { at } = describeExpected(view, entry);
    const fewBytes = differs
      ? 0
      : limits.min === undefined && limits.max === undefined && !limits.minLength
        ? (limits.maxLength ?? 0)
        : 0;
    return (node, _, report) => {
      if (isShorter(view.document.tree.tokens, node, fewBytes)) return;
      const text = readValue(view, node);
      const violation =
        text === undefined ? undefined : findBoundsViolation(text, differs ? at(node).limits : limits);
      if (text === undefined || violation === undefined) return;
      const { type, values } = at(node);
      if (values.some(({ value }) => value === text)) return; // a special value may be out of range
      // its data type fixes its length
      if (type === "timeZone" || (violation.kind === "number" && !fitsType(text, type))) return;
      const data = {
        element: entry.key,
        bounds: describeBounds(violation),
        value: violation.value,
      };
      report(node, violation.kind, { data, spec: findElementSpec(view, view.parent(node), entry) });
    };
  },
  examples: [
    {
      title: "a wait within the range",
      messages: ['<Sync xmlns="AirSync"><Wait>15</Wait></Sync>'],
      finds: [],
    },
    {
      title: "a wait of two hours",
      messages: ['<Sync xmlns="AirSync"><Wait>120</Wait></Sync>'],
      finds: ["number"],
    },
    {
      title: "a request for a preview of 256 characters, where a preview itself is text",
      messages: [
        '<ItemOperations xmlns="ItemOperations" xmlns:a="AirSync" ' +
          'xmlns:b="AirSyncBase"><Fetch><Store>Mailbox</Store><a:CollectionId>7</a:CollectionId>' +
          "<a:ServerId>7:1</a:ServerId><Options><b:BodyPreference><b:Type>1</b:Type>" +
          "<b:Preview>256</b:Preview></b:BodyPreference></Options></Fetch></ItemOperations>",
      ],
      finds: ["number"],
    },
    {
      title: "a ServerId of 65 characters",
      messages: [
        "<MoveItems " +
          `xmlns="Move"><Move><SrcMsgId>${"5".repeat(65)}</SrcMsgId><SrcFldId>5</SrcFldId>` +
          "<DstFldId>7</DstFldId></Move></MoveItems>",
      ],
      finds: ["length"],
    },
  ],
};
