import { type ElementsOfPage, type Place, request, response, spec, UNBOUNDED } from "./element";

const NOTES = ["Notes"];
const DATA = "AirSync:ApplicationData";

/** The places where a server returns a property of a note outside Sync. */
const fetched: readonly Place[] = [
  response("ItemOperations", "ItemOperations:Properties", 0, 1, { classes: NOTES }),
  response("Search", "Search:Properties", 0, 1, { classes: NOTES }),
];
const inSync: readonly Place[] = [
  request("Sync", DATA, 0, 1, { classes: NOTES }),
  response("Sync", DATA, 0, 1, { classes: NOTES }),
];

/** Code page 23, Notes: sticky notes [MS-ASNOTE]; their text is in AirSyncBase:Body. */
export const notes: ElementsOfPage<"Notes"> = {
  Subject: {
    type: "string",
    summary: "The title of the note. A Change that leaves it out keeps the old one.",
    places: [...inSync, ...fetched],
    spec: [spec("MS-ASNOTE 2.2.2.6"), spec("MS-ASNOTE 3.2.5.3")],
  },
  MessageClass: {
    type: "string",
    summary:
      "That the item is a note: IPM.StickyNote, or a name of one's own below it. Anything else in a request brings Status 6.",
    values: [
      { value: "IPM.StickyNote", meaning: "A note." },
      {
        value: "IPM.StickyNote.*",
        meaning: "A note of a kind that client or server chose; the star stands for any name.",
      },
    ],
    places: [
      request("Sync", DATA, 1, 1, { classes: NOTES }),
      response("Sync", DATA, 1, 1, { classes: NOTES, when: "the whole note is returned" }),
      ...fetched,
    ],
    spec: [spec("MS-ASNOTE 2.2.2.5"), spec("MS-ASNOTE 3.1.5.3.2"), spec("MS-ASNOTE 3.2.5.3.2")],
  },
  LastModifiedDate: {
    type: "compactDateTime",
    summary:
      "When the note was last changed. The server knows better: it ignores what a client sends and returns its own time.",
    places: [
      request("Sync", DATA, 0, 1, { classes: NOTES, when: "the server ignores it" }),
      response("Sync", DATA, 1, 1, { classes: NOTES, when: "the whole note is returned" }),
      ...fetched,
    ],
    spec: [spec("MS-ASNOTE 2.2.2.4"), spec("MS-ASNOTE 3.1.5.3.1"), spec("MS-ASNOTE 3.2.5.3.1")],
  },
  Categories: {
    type: "container",
    summary:
      "The labels on the note. A Change that leaves it out takes all labels off, unlike Subject and Body, which stay.",
    places: [...inSync, ...fetched],
    spec: [spec("MS-ASNOTE 2.2.2.2"), spec("MS-ASNOTE 3.2.5.3")],
  },
  Category: {
    type: "string",
    summary: "One label on the note, by its name. A label missing from a Change is taken off.",
    places: [
      request("Sync", "Notes:Categories", 0, UNBOUNDED),
      ...["Sync", "ItemOperations", "Search"].map((command) =>
        response(command, "Notes:Categories", 0, UNBOUNDED),
      ),
    ],
    spec: [spec("MS-ASNOTE 2.2.2.3"), spec("MS-ASNOTE 3.2.5.3")],
  },
};
