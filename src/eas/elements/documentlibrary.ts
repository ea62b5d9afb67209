import { type ElementFacts, type ElementsOfPage, request, response, spec } from "./element";

const classes = ["DocumentLibrary"];

/** A property of a search result; `when` if only files have it. */
function resultProperty(
  section: string,
  facts: Omit<ElementFacts, "places" | "spec">,
  when?: string,
): ElementFacts {
  const more = when === undefined ? { classes } : { classes, when };
  return {
    ...facts,
    places: [response("Search", "Search:Properties", when === undefined ? 1 : 0, 1, more)],
    spec: [spec(`MS-ASDOC ${section}`)],
  };
}

const FILES_ONLY = "the result is a file; folders have none";

/** Code page 19, DocumentLibrary: files and folders on file shares and SharePoint sites [MS-ASDOC 2.2.2]. */
export const documentlibrary: ElementsOfPage<"DocumentLibrary"> = {
  LinkId: {
    type: "string",
    summary:
      "Address of a file or folder on a share or a SharePoint site, a UNC path or URL. The client keeps it in order to fetch the file or look into the folder later.",
    places: [
      request("Search", "Search:EqualTo", 1, 1),
      response("Search", "Search:Properties", 1, 1, { classes }),
      request("ItemOperations", "ItemOperations:Fetch", 0, 1, { when: "a file is fetched; then required" }),
      response("ItemOperations", "ItemOperations:Fetch", 0, 1, { when: "a file was fetched" }),
    ],
    spec: [spec("MS-ASDOC 2.2.2.8"), spec("MS-ASCMD 2.2.3.50")],
    meanings: [
      {
        where: "in EqualTo of a Search request",
        parent: "Search:EqualTo",
        command: "Search",
        direction: "request",
        text: "Empty: says that the path in search:Value is to be compared with this property. A search of the document library without it ends in status 2.",
      },
      {
        where: "in a Search response",
        parent: "Search:Properties",
        command: "Search",
        direction: "response",
        text: "The address of this result. Where the search named a folder, the first result is that folder and its contents follow.",
      },
      {
        where: "in Fetch of an ItemOperations request",
        parent: "ItemOperations:Fetch",
        command: "ItemOperations",
        direction: "request",
        text: "The file that is wanted; the address comes from an earlier Search.",
      },
      {
        where: "in Fetch of an ItemOperations response",
        parent: "ItemOperations:Fetch",
        command: "ItemOperations",
        direction: "response",
        text: "Repeats the address, so that results can be told apart. The content is base64 text in itemoperations:Data, or a part of its own in a multipart response.",
      },
    ],
  },
  DisplayName: resultProperty("2.2.2.4", {
    type: "string",
    summary: "Name of the file or folder to show to the user.",
  }),
  IsFolder: resultProperty("2.2.2.5", {
    type: "unsignedByte",
    summary: "Tells folders from files.",
    values: [
      { value: "0", meaning: "A file." },
      { value: "1", meaning: "A folder; a search with its LinkId lists what is in it." },
    ],
  }),
  CreationDate: resultProperty("2.2.2.3", {
    type: "dateTime",
    summary: "When the file or folder was made, in UTC.",
  }),
  LastModifiedDate: resultProperty("2.2.2.7", {
    type: "dateTime",
    summary: "When the file or folder, or one of its properties, last changed, in UTC.",
  }),
  IsHidden: resultProperty("2.2.2.6", {
    type: "unsignedByte",
    summary: "Whether the file or folder has the hidden attribute; hidden ones are listed nonetheless.",
    values: [
      { value: "0", meaning: "Visible." },
      { value: "1", meaning: "Hidden." },
    ],
  }),
  ContentLength: resultProperty(
    "2.2.2.1",
    {
      type: "integer",
      summary:
        "Size of the file in bytes at the time of the search; it may have changed by the time the file is fetched.",
    },
    FILES_ONLY,
  ),
  ContentType: resultProperty(
    "2.2.2.2",
    {
      type: "string",
      summary: "MIME type of the file's content, such as text/plain, as far as the server knows it.",
    },
    FILES_ONLY,
  ),
};
