import { spec } from "../../../eas/elements/element";
import type { Rule } from "../../rule";

/** An element that is still in its code page and is not to be sent any more. */
export const deprecated: Rule = {
  id: "schema/deprecated",
  title: "Element that is not to be used any more",
  severity: "info",
  spec: spec("MS-ASWBXML 2.1.2.1"),
  why: "Newer servers pass it over or do not know it; what took its place works with all of them.",
  messages: { element: "{element}: {advice}" },
  chooseCheck: (entry) => {
    const advice = entry?.deprecated;
    if (entry === undefined || advice === undefined) return undefined;
    return (node, _, report) => report(node, "element", { data: { element: entry.key, advice } });
  },
  examples: [
    { title: "a current element", messages: ['<Sync xmlns="AirSync"><Wait>5</Wait></Sync>'], finds: [] },
    {
      title: "the Class of an estimate of old",
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
