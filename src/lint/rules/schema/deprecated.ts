import { spec } from "../../../eas/elements/element";
import type { Rule } from "../../rule";

/** An element that is still in its code page but should no longer be sent. */
export const deprecated: Rule = {
  id: "schema/deprecated",
  title: "Deprecated element",
  severity: "info",
  spec: spec("MS-ASWBXML 2.1.2.1"),
  why: "Newer servers ignore the element or do not know it. Its replacement works with all servers.",
  messages: { element: "{element}: {advice}" },
  chooseCheck: (entry) => {
    const advice = entry?.deprecated;
    if (entry === undefined || advice === undefined) return undefined;
    return (node, _, report) => report(node, "element", { data: { element: entry.key, advice } });
  },
  examples: [
    { title: "a current element", messages: ['<Sync xmlns="AirSync"><Wait>5</Wait></Sync>'], finds: [] },
    {
      title: "the older Class of an estimate",
      messages: [
        '<GetItemEstimate xmlns="GetItemEstimate" ' +
          'xmlns:s="AirSync"><Collections><Collection><Class>Email</Class>' +
          "<CollectionId>5</CollectionId><s:FilterType>0</s:FilterType><s:SyncKey>1</s:SyncKey>" +
          "</Collection></Collections></GetItemEstimate>",
      ],
      finds: ["element"],
    },
  ],
};
