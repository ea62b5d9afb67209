import type { Patch } from "../../bytes/patch";
import type { LinkedDocument } from "../../document/open";
import type { Direction } from "../../eas/direction";
import { inferContext } from "../../session/context";
import { type ElementReader, readElements } from "../../session/elements";
import { nodeRange, pageOf, startOf, type TokenTable } from "../../wbxml/tokenTable";
import { contentEnd, contentStart } from "../../wbxml/tree";
import type { Fault, FaultOptions } from "./fault";
import { inserted, pageAt } from "./places";

/** A fault of one element of certain keys. */
export type ElementFault = Omit<Fault, "family" | "patches"> & {
  /** "AirSync:Collection": what it strikes, one of them. */
  readonly at: readonly string[];
  /** The direction it is a fault in; both, where it is left out. */
  readonly only?: Direction;
  /** The change, or `undefined` where the element will not do; a patch that is `undefined` counts as that. */
  readonly change: (
    document: LinkedDocument,
    node: number,
    elements: ElementReader,
    options: FaultOptions,
  ) => readonly (Patch | undefined)[] | undefined;
};

/**
 * The fault that strikes the element which holds the place that is meant, if that will do, else the first
 * that will.
 */
export function elementFault({ at, only, change, ...facts }: ElementFault): Fault {
  const patches = (document: LinkedDocument, options: FaultOptions): readonly Patch[] | undefined => {
    const elements = readElements(document);
    const nodes = at.flatMap(elements.all);
    if (nodes.length === 0 || isOtherDirection(document, only)) return undefined;
    const order = nodes.toSorted(
      (a, b) => distance(document, a, options) - distance(document, b, options) || a - b,
    );
    for (const node of order) {
      const made = change(document, node, elements, options);
      const whole = made?.filter((patch) => patch !== undefined);
      if (whole !== undefined && whole.length === made?.length) return whole;
    }
    return undefined;
  };
  return { ...facts, family: "Sync and SMS", patches };
}

function isOtherDirection(document: LinkedDocument, only: ElementFault["only"]): boolean {
  const { direction } = inferContext(document);
  return only !== undefined && direction !== undefined && direction !== only;
}

/** 0 for an element that holds the place that is meant, 1 for the others. */
function distance({ tree }: LinkedDocument, node: number, { near }: FaultOptions): number {
  const { start, end } = nodeRange(tree.tokens, node);
  return near !== undefined && start <= near && near < end ? 0 : 1;
}

/** Where the content of an element begins, in bytes. */
export function insideStart(tokens: TokenTable, node: number): number {
  return startOf(tokens, contentStart(tokens, node));
}

/** Where the content of an element ends, in bytes. */
export function insideEnd(tokens: TokenTable, node: number): number {
  return startOf(tokens, contentEnd(tokens, node));
}

/** A patch that puts a copy of an element behind it, on the same code pages. */
export function copied({ tree: { tokens }, bytes }: LinkedDocument, node: number): Patch {
  const { start, end } = nodeRange(tokens, node);
  const own = pageOf(tokens, node);
  return inserted(end, ...(pageAt(tokens, end) === own ? [] : [0x00, own]), bytes.subarray(start, end));
}

/** Whether an element has an AirSync:Class that says SMS. */
export function isOfSms(document: LinkedDocument, node: number): boolean {
  return readElements(document).childText(node, "AirSync:Class") === "SMS";
}

/** The Options that stand beside one and it itself, where it stands in a Collection; `[]` elsewhere. */
export function siblingOptions(document: LinkedDocument, node: number): readonly number[] {
  const { key, parent, children } = readElements(document);
  const holder = parent(node);
  const isCollection = ["AirSync:Collection", "GetItemEstimate:Collection"].includes(key(holder) ?? "");
  return isCollection ? children(holder, "AirSync:Options") : [];
}

/** Whether a Collection asks for text messages in its Options, or carries them under Commands. */
export function holdsSms(document: LinkedDocument, holder: number): boolean {
  const { tokens } = document.tree;
  const { start, end } = nodeRange(tokens, holder);
  const { all, key, parent, text } = readElements(document);
  return all("AirSync:Class").some((node) => {
    const at = startOf(tokens, node);
    if (at < start || at >= end || text(node) !== "SMS") return false;
    const item = parent(node);
    return key(item) === "AirSync:Options" || key(parent(item)) === "AirSync:Commands";
  });
}
