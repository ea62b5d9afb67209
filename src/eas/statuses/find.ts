import { FROM_16_1 } from "../versions";
import { pictureRows } from "./search";
import { type StatusEntry, statusTable, success } from "./status";

const general = statusTable(
  "MS-ASCMD 2.2.3.177.2",
  [
    success("The query was carried out; Total and Range say whether anything was found."),
    {
      value: 2,
      name: "InvalidRequest",
      scope: "item or global",
      meaning: "The server cannot use the query.",
      cause: "A parameter of the search is missing, misplaced or out of range.",
      resolution: "Check Query, Range and Options; where a person wrote the query, let them change it.",
    },
    {
      value: 3,
      name: "FolderSyncRequired",
      scope: "global",
      meaning: "The client's list of folders is out of date.",
      cause: "The query names a folder by an id that no longer holds.",
      resolution: "Send FolderSync and then the Find again.",
      element: "Find:Find",
    },
    {
      value: 4,
      name: "StartWithRangeZero",
      scope: "global",
      meaning: "The results must first be asked for from the beginning.",
      cause: "Range does not start with 0, and the server keeps no results of this search to go on from.",
      resolution: "Send a Find whose Range begins with 0.",
      element: "Find:Response",
    },
  ],
  { versions: FROM_16_1 },
);

const picture = statusTable("MS-ASCMD 2.2.3.104.1", pictureRows, {
  element: "GAL:Picture",
  versions: FROM_16_1,
});

/** Status in a Find response: of the whole, of its Response, or of a photo of the address list. */
export const find: readonly StatusEntry[] = [...general, ...picture];
