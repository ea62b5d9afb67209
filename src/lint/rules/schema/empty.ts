import { spec } from "../../../eas/elements/element";
import { findElementSpec } from "../../facts/schema/elementSpec";
import { findSchemaViolations } from "../../facts/schema/schema";
import type { Rule } from "../../rule";

/** A required element that has no value. */
export const empty: Rule = {
  id: "schema/empty",
  title: "Required element without a value",
  severity: "error",
  spec: spec("MS-ASCMD 2.2.3"),
  why:
    "The element is there so that its value can be read. A server answers an empty one as if it were " +
    "missing: protocol error, or a status of its own.",
  messages: { value: "{element} is required, and it is empty. Write its value." },
  message: (view, report) => {
    for (const finding of findSchemaViolations(view)) {
      if (finding.kind !== "empty") continue;
      const { node, entry } = finding;
      const where = findElementSpec(view, view.parent(node), entry);
      const data = { element: entry.key };
      report(node, "value", {
        data,
        spec: where,
        ...(view.direction === "response" && { severity: "warning" }),
      });
    }
  },
  examples: [
    {
      title: "values in all that must have one, none in what may be a mere flag",
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
      title: "the item that is to be deleted",
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
