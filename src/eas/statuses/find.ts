import { FROM_16_1 } from "../versions";
import { pictureRows } from "./pictureRows";
import { type StatusEntry, type StatusRow, statusTable, success } from "./status";

const SECTION = "MS-ASCMD 2.2.3.177.2";

const invalidRequest: StatusRow = {
  value: 2,
  name: "InvalidRequest",
  blamesRequest: true,
  scope: "item or global",
  meaning: "A parameter of the search is wrong, so the server cannot run it.",
  cause: "A parameter is missing, misplaced or out of range.",
  resolution: "Check Query, Range and Options; let the user change a query of their own.",
};

const folderSyncRequired: StatusRow = {
  value: 3,
  name: "FolderSyncRequired",
  scope: "global",
  meaning: "The client's folder hierarchy is out of date.",
  cause: "The query names a folder by an id that is no longer valid.",
  resolution: "Send FolderSync first, then the Find again.",
};

const whole = statusTable(
  SECTION,
  [
    success("The request was processed; Status inside Response tells whether the search ran."),
    invalidRequest,
    folderSyncRequired,
  ],
  { element: "Find:Find", versions: FROM_16_1 },
);

const search = statusTable(
  SECTION,
  [
    success("The search ran, with or without matches; Total and Range tell whether there are any."),
    invalidRequest,
    folderSyncRequired,
    {
      value: 4,
      name: "StartWithRangeZero",
      blamesRequest: true,
      scope: "global",
      meaning: "The first page of a search must begin with 0.",
      cause: "Range does not begin with 0, and the server keeps no results of this search to continue from.",
      resolution: "Send a Find whose Range begins with 0.",
    },
  ],
  { element: "Find:Response", versions: FROM_16_1 },
);

const picture = statusTable("MS-ASCMD 2.2.3.104.1", pictureRows, {
  element: "GAL:Picture",
  versions: FROM_16_1,
});

/** Status in a Find response: of the whole, of its Response, or of a photo from the address list. */
export const find: readonly StatusEntry[] = [...whole, ...search, ...picture];
