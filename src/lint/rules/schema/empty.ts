import { spec } from "../../../eas/elements/element";
import { findElementSpec } from "../../facts/schema/elementSpec";
import { findSchemaViolations } from "../../facts/schema/schema";
import type { Rule } from "../../rule";

/** A required element without a value. */
export const empty: Rule = {
  id: "schema/empty",
  title: "Required element has no value",
  severity: "error",
  spec: spec("MS-ASCMD 2.2.3"),
  why:
    "The peer needs the value of this element. A server responds to an empty element as if it were " +
    "missing: with a protocol error or a specific status.",
  messages: { value: "{element} is required but empty. Add its value." },
  message: (view, report) => {
    for (const finding of findSchemaViolations(view)) {
      if (finding.kind !== "empty") continue;
      const { node, entry, count } = finding;
      const where = findElementSpec(view, view.parent(node), entry);
      const data = { element: entry.key };
      report(node, "value", {
        data,
        spec: where,
        count,
        ...(view.direction === "response" && { severity: "warning" }),
      });
    }
  },
  examples: [
    {
      title: "values in all elements that need one, and none in flags",
      messages: [
        "<Sync " +
          'xmlns="AirSync"><Collections><Collection><SyncKey>1</SyncKey><CollectionId>5</CollectionId>' +
          "<DeletesAsMoves/><GetChanges/></Collection></Collections></Sync>",
      ],
      finds: [],
    },
    {
      title: "an e-mail without a subject",
      messages: [
        '<Sync xmlns="AirSync" ' +
          'xmlns:e="Email"><Collections><Collection><SyncKey>2</SyncKey><CollectionId>5</CollectionId>' +
          "<Status>1</Status><Commands><Add><ServerId>5:1</ServerId><ApplicationData><e:Subject/>" +
          "</ApplicationData></Add></Commands></Collection></Collections></Sync>",
      ],
      finds: [],
    },
    {
      title: "no key and no folder",
      messages: [
        "<Sync " +
          'xmlns="AirSync"><Collections><Collection><SyncKey/><CollectionId></CollectionId>' +
          "</Collection></Collections></Sync>",
      ],
      finds: ["value", "value"],
    },
    {
      title: "the item to delete",
      messages: [
        {
          xml:
            "<Sync " +
            'xmlns="AirSync"><Collections><Collection><SyncKey>1</SyncKey>' +
            "<CollectionId>5</CollectionId><Commands><Delete><ServerId/></Delete></Commands>" +
            "</Collection></Collections></Sync>",
          direction: "request",
        },
      ],
      finds: ["value"],
    },
  ],
};
