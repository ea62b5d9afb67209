import type { Patch } from "../../bytes/patch";
import type { LinkedDocument } from "../../document/open";
import type { Direction } from "../../eas/direction";
import { inferContext } from "../../session/context";
import { type ElementReader, readElements } from "../../session/elements";
import { nodeRange, pageOf, startOf, type TokenTable } from "../../wbxml/tokenTable";
import { contentEnd, contentStart } from "../../wbxml/tree";
import type { DeliberateFault, FaultOptions } from "./deliberateFault";
import { insertBytes, pageAt } from "./places";

/** The source of a fault in one element. */
export type ElementFaultSource = Omit<DeliberateFault, "family" | "patches"> & {
  /** The keys of the elements it can affect, such as "AirSync:Collection". */
  readonly keys: readonly string[];
  /** The direction in which it is a fault; both if omitted. */
  readonly direction?: Direction;
  /** The change, or `undefined` if the element is unsuitable; an `undefined` patch means the same. */
  readonly change: (
    document: LinkedDocument,
    node: number,
    elements: ElementReader,
    options: FaultOptions,
  ) => readonly (Patch | undefined)[] | undefined;
};

/**
 * Defines a fault in the element that contains the chosen place, if that element is suitable, otherwise in
 * the first suitable one.
 */
export function defineElementFault({
  keys: at,
  direction: only,
  change,
  ...facts
}: ElementFaultSource): DeliberateFault {
  const patches = (document: LinkedDocument, options: FaultOptions): readonly Patch[] | undefined => {
    const elements = readElements(document);
    const nodes = at.flatMap(elements.all);
    if (nodes.length === 0 || isOtherDirection(document, only)) return undefined;
    const order = nodes.toSorted(
      (a, b) => rankDistance(document, a, options) - rankDistance(document, b, options) || a - b,
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

function isOtherDirection(document: LinkedDocument, only: ElementFaultSource["direction"]): boolean {
  const { direction } = inferContext(document);
  return only !== undefined && direction !== undefined && direction !== only;
}

/** 0 for an element that contains the chosen place, 1 for the others. */
function rankDistance({ tree }: LinkedDocument, node: number, { near }: FaultOptions): number {
  const { start, end } = nodeRange(tree.tokens, node);
  return near !== undefined && start <= near && near < end ? 0 : 1;
}

/** The byte offset at which the content of an element starts. */
export function getContentStart(tokens: TokenTable, node: number): number {
  return startOf(tokens, contentStart(tokens, node));
}

/** The byte offset at which the content of an element ends. */
export function getContentEnd(tokens: TokenTable, node: number): number {
  return startOf(tokens, contentEnd(tokens, node));
}

/** A patch that inserts a copy of an element after it, on the same code pages. */
export function copyElement({ tree: { tokens }, bytes }: LinkedDocument, node: number): Patch {
  const { start, end } = nodeRange(tokens, node);
  const own = pageOf(tokens, node);
  return insertBytes(end, ...(pageAt(tokens, end) === own ? [] : [0x00, own]), bytes.subarray(start, end));
}

/** Whether an element has an AirSync:Class with the value SMS. */
export function hasSmsClass(document: LinkedDocument, node: number): boolean {
  return readElements(document).childText(node, "AirSync:Class") === "SMS";
}

/** The Options of the same Collection, including the given one; `[]` if it is not in a Collection. */
export function listSiblingOptions(document: LinkedDocument, node: number): readonly number[] {
  const { key, parent, children } = readElements(document);
  const holder = parent(node);
  const isCollection = ["AirSync:Collection", "GetItemEstimate:Collection"].includes(key(holder) ?? "");
  return isCollection ? children(holder, "AirSync:Options") : [];
}

/** Whether a Collection requests text messages in its Options, or contains them under Commands. */
export function hasSms(document: LinkedDocument, holder: number): boolean {
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
