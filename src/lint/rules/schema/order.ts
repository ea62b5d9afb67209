import { findElementByKey } from "../../../eas/catalogue";
import { spec } from "../../../eas/elements/element";
import { type Sequence, sequences } from "../../../eas/elements/sequences";
import { tagNumber } from "../../../wbxml/codeSpace";
import type { TokenTable } from "../../../wbxml/tokenTable";
import { behindChild, contentEnd, contentStart, hasContent, tagNumberAt } from "../../../wbxml/tree";
import { findElementSpec } from "../../facts/schema/elementSpec";
import type { Rule } from "../../rule";

/** A sequence, and by tag number the position of each of its elements. */
interface PlacedSequence {
  readonly sequence: Sequence;
  readonly places: ReadonlyMap<number, number>;
}

const byParent = new Map<string, PlacedSequence[]>();
for (const sequence of sequences) {
  const places = new Map(sequence.children.map((key, place) => [findTagNumber(key), place]));
  byParent.set(sequence.parent, [...(byParent.get(sequence.parent) ?? []), { sequence, places }]);
}

function findTagNumber(key: string): number {
  const entry = findElementByKey(key);
  if (entry === undefined) throw new Error(`A sequence names ${key}, which does not exist`);
  return tagNumber(entry.page, entry.token);
}

/**
 * Finds the first child that follows one that it should precede, and the position of that one; `undefined` if
 * the order is correct.
 */
function findOutOfOrder(
  tokens: TokenTable,
  node: number,
  places: ReadonlyMap<number, number>,
): { readonly node: number; readonly after: number } | undefined {
  if (!hasContent(tokens, node)) return undefined;
  const end = contentEnd(tokens, node);
  let furthest = -1;
  for (let child = contentStart(tokens, node); child < end; child = behindChild(tokens, child)) {
    const place = places.get(tagNumberAt(tokens, child));
    if (place === undefined) continue;
    if (place < furthest) return { node: child, after: furthest };
    furthest = place;
  }
  return undefined;
}

/** Children in an order that the schema does not allow. */
export const order: Rule = {
  id: "schema/order",
  title: "Elements in the wrong order",
  severity: "error",
  spec: spec("MS-ASCMD 2.2.3"),
  why:
    "Servers validate the request against a schema with a fixed order, and respond to any other " +
    "order with a protocol error (status 4).",
  messages: { child: "{element} must come before {after}, but follows it. Move it up." },
  chooseCheck: (entry, view) => {
    const placed = byParent
      .get(entry?.key ?? "")
      ?.find(
        ({ sequence: { command, direction, versions } }) =>
          command === view.command &&
          direction === view.direction &&
          (versions === undefined || (view.version !== undefined && versions.includes(view.version))),
      );
    if (placed === undefined) return undefined;
    const severity = view.direction === "response" ? "info" : "error";
    return (node, _, report) => {
      const wrong = findOutOfOrder(view.document.tree.tokens, node, placed.places);
      if (wrong === undefined) return;
      const after = placed.sequence.children[wrong.after];
      const moved = view.entry(wrong.node);
      report(wrong.node, "child", {
        data: { element: moved?.key, after },
        spec: moved && findElementSpec(view, node, moved),
        severity,
      });
    };
  },
  examples: [
    {
      title: "the order of the schema",
      messages: [
        "<Sync " +
          'xmlns="AirSync"><Collections><Collection><SyncKey>1</SyncKey><CollectionId>5</CollectionId>' +
          "<GetChanges/></Collection></Collections></Sync>",
      ],
      finds: [],
    },
    {
      title: "CollectionId before SyncKey in a request",
      messages: [
        {
          xml:
            "<Sync " +
            'xmlns="AirSync"><Collections><Collection><CollectionId>5</CollectionId>' +
            "<SyncKey>1</SyncKey><GetChanges/></Collection></Collections></Sync>",
          direction: "request",
        },
      ],
      finds: ["child"],
    },
  ],
};
