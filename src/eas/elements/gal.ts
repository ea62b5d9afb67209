import { FROM_16_1 } from "../versions";
import { type ElementFacts, type ElementsOfPage, type Place, response, spec } from "./element";

/**
 * The details of a person in the address list: from Search if Name is GAL, and from Find with a
 * GalSearchCriterion.
 */
const personPlaces: readonly Place[] = [
  response("Search", "Search:Properties", 0, 1, { classes: ["GAL"] }),
  response("Find", "Find:Properties", 0, 1, { classes: ["GAL"], versions: FROM_16_1 }),
];

const inPicture = (min: number): readonly Place[] => [
  response("Search", "GAL:Picture", min, 1),
  response("Find", "GAL:Picture", min, 1, { versions: FROM_16_1 }),
];

const property = (summary: string, find: string, search: string): ElementFacts => ({
  type: "string",
  summary,
  places: personPlaces,
  spec: [spec(`MS-ASCMD ${search}`), spec(`MS-ASCMD ${find}`)],
});

/**
 * Code page 16, GAL: what a Search or Find in the global address list returns about a person; empty
 * properties are omitted.
 */
export const gal: ElementsOfPage<"GAL"> = {
  DisplayName: property(
    "The name of the person or list as the address list shows it; results are sorted by it.",
    "2.2.3.49.2",
    "2.2.3.49.7",
  ),
  Phone: property("The office phone number, written as the directory has it.", "2.2.3.133.1", "2.2.3.133.2"),
  Office: property("Where the person works: the name or number of the office.", "2.2.3.121.1", "2.2.3.121.2"),
  Title: property("The person's job title.", "2.2.3.182.1", "2.2.3.182.2"),
  Company: property("The name of the person's company.", "2.2.3.33.1", "2.2.3.33.2"),
  Alias: property(
    "The mail alias, the short name that is unique within the organisation.",
    "2.2.3.9.1",
    "2.2.3.9.2",
  ),
  FirstName: property("The given name.", "2.2.3.70.1", "2.2.3.70.2"),
  LastName: property("The family name.", "2.2.3.95.1", "2.2.3.95.2"),
  HomePhone: property(
    "The phone number at home, written as the directory has it.",
    "2.2.3.89.1",
    "2.2.3.89.2",
  ),
  MobilePhone: property(
    "The number of the mobile phone, written as the directory has it.",
    "2.2.3.114.1",
    "2.2.3.114.2",
  ),
  EmailAddress: property("The SMTP address to write to.", "2.2.3.55.1", "2.2.3.55.3"),
  Picture: {
    type: "container",
    summary:
      "The photo of a person, or the reason why it is missing. It comes only where the request asked for Picture.",
    places: [
      response("Search", "Search:Properties", 0, 1, {
        classes: ["GAL"],
        when: "Options of the request has Picture",
      }),
      response("Find", "Find:Properties", 0, 1, {
        classes: ["GAL"],
        versions: FROM_16_1,
        when: "Options of the request has Picture",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.135.3"), spec("MS-ASCMD 2.2.3.135.1")],
  },
  Status: {
    type: "integer",
    summary: "Whether the photo is there, and if not, why.",
    places: inPicture(1),
    spec: [spec("MS-ASCMD 2.2.3.177.13")],
  },
  Data: {
    type: "byteArray",
    summary: "The photo itself, mostly a small JPEG, as raw bytes. It is there only with Status 1.",
    places: inPicture(0),
    spec: [spec("MS-ASCMD 2.2.3.39.4"), spec("MS-ASCMD 2.2.3.39.1")],
  },
};
