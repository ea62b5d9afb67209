import { listValues } from "../../../assist/complete";
import { findMeaning } from "../../../assist/explain";
import type { LinkedDocument } from "../../../document/open";
import type { DataType, ElementValue, Limits } from "../../../eas/elements/element";
import { readValue } from "../../../eas/values/values";
import { itemClassAt, readElements } from "../../../session/elements";
import type { MessageFacts } from "../../../session/messageContext";
import { isElement, kindOf, parentOf, TokenKind } from "../../../wbxml/tokenTable";
import { nodeName, valueLeaf } from "../../kit/selected";

/** What is known about a value that is being edited. */
export interface ValueFacts {
  readonly name: string;
  readonly dataType: DataType | undefined;
  readonly limits: Limits;
  /** The allowed values with their meanings; empty if any value is allowed. */
  readonly choices: readonly ElementValue[];
  /** The current value. */
  readonly text: string | undefined;
  readonly bytes: Uint8Array | undefined;
  /** Reads a text as a value of the element: its meaning in one line, and what is wrong with it. */
  readonly read: (text: string) => { readonly summary: string; readonly problems: readonly string[] };
}

/** What is known about a node's value, given what is known about its message. */
export function valueFacts(document: LinkedDocument, node: number, known: MessageFacts): ValueFacts {
  const { tree } = document;
  const { tokens } = tree;
  const holder = isElement(tokens, node) ? node : parentOf(tokens, node);
  const elements = readElements(document);
  const element = elements.entry(holder);
  const meaning = element && findMeaning(document, holder, element, known);
  const parent = elements.key(elements.parent(holder));
  const leaf = valueLeaf(document, node);
  const isOpaque = leaf >= 0 && kindOf(tokens, leaf) === TokenKind.Opaque;
  const { start, end } = leaf >= 0 ? tree.data(leaf) : { start: 0, end: 0 };
  const limits = meaning?.limits ?? element?.limits ?? {};
  const itemClass = itemClassAt(document, holder);
  return {
    name: nodeName(document, holder < 0 ? node : holder),
    dataType: meaning?.type ?? element?.dataType,
    limits,
    choices: element === undefined ? [] : listValues(element, parent, known.command, known.direction),
    text: leaf < 0 ? "" : isOpaque ? undefined : tree.text(leaf),
    bytes: isOpaque ? tokens.bytes.subarray(start, end) : undefined,
    read: (text) => {
      const reading =
        element && text !== ""
          ? readValue(
              { ...element, ...(parent !== undefined && { parent }) },
              { text },
              itemClass === undefined ? {} : { itemClass },
            )
          : undefined;
      return {
        summary: reading?.summary ?? "",
        problems: [...(reading?.problems.map(({ message }) => message) ?? []), ...outOfLimits(text, limits)],
      };
    },
  };
}

/** The limits that a text exceeds, as sentences. */
export function outOfLimits(text: string, { minLength, maxLength, min, max }: Limits): string[] {
  const number = /^-?\d+$/.test(text) ? Number(text) : undefined;
  return [
    ...(maxLength !== undefined && text.length > maxLength
      ? [`${text.length} characters; the maximum is ${maxLength}.`]
      : []),
    ...(minLength !== undefined && text.length < minLength
      ? [`${text.length} characters; the minimum is ${minLength}.`]
      : []),
    ...(max !== undefined && number !== undefined && number > max ? [`More than the maximum, ${max}.`] : []),
    ...(min !== undefined && number !== undefined && number < min ? [`Less than the minimum, ${min}.`] : []),
  ];
}

/** Limits as they are shown: "at most 64 characters, 0 to 512". */
export function limitsText({ minLength, maxLength, min, max }: Limits): string {
  const length =
    maxLength === undefined
      ? minLength === undefined
        ? ""
        : `at least ${minLength} characters`
      : `at most ${maxLength} characters`;
  const range =
    min !== undefined && max !== undefined
      ? `${min} to ${max}`
      : min !== undefined
        ? `from ${min}`
        : max !== undefined
          ? `up to ${max}`
          : "";
  return [length, range].filter((part) => part !== "").join(", ");
}
