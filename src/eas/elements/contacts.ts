import { type ElementFacts, type ElementsOfPage, type PageElements, response, spec } from "./element";
import { contactField, contactPlaces, inItems, inSync, limitToTagVersions } from "./itemPlaces";

const phone = (section: string, summary: string): ElementFacts =>
  contactField(section, summary, "phoneNumber");

/** A list of at most 300 entries [MS-ASCNTC 2.2.2.20, 2.2.2.22]. */
const entry = (parent: string, min: number, section: string, summary: string): ElementFacts => ({
  type: "string",
  summary,
  places: inItems(parent, min, 300),
  spec: [spec(`MS-ASCNTC ${section}`)],
});

const CACHE_ONLY = "only in the recipient information cache (CollectionId RI)";

const elements: ElementsOfPage<"Contacts"> = {
  Anniversary: contactField(
    "2.2.2.3",
    "The contact's wedding day. Only the date counts: the time of day (often 11:59 UTC) is there to keep time zones from moving " +
      "it to another day.",
    "dateTime",
  ),
  AssistantName: contactField("2.2.2.4", "The name of the contact's assistant."),
  AssistantPhoneNumber: phone("2.2.2.5", "The number at which the contact's assistant can be reached."),
  Birthday: contactField(
    "2.2.2.6",
    "The day the contact was born. Only the date counts: the time of day (often 11:59 UTC) is there to keep time zones from " +
      "moving it to another day.",
    "dateTime",
  ),
  Body: {
    type: "string",
    summary:
      "The notes of a contact, as plain text, in version 2.5. Once the server has shortened them, that version gives no way to " +
      "fetch the rest.",
    places: inSync("Contacts"),
    spec: [spec("MS-ASCNTC 2.2.2.7.2"), spec("MS-ASCMD 2.2.3.185")],
    deprecated: "Version 2.5 only; AirSyncBase:Body takes its place.",
  },
  BodySize: {
    type: "integer",
    summary:
      "How many characters the notes have on the server; sent in version 2.5 when BodyTruncated says that they were shortened.",
    places: [
      response("Sync", "AirSync:ApplicationData", 0, 1, {
        classes: ["Contacts"],
        when: "BodyTruncated is 1",
      }),
    ],
    spec: [spec("MS-ASCNTC 2.2.2.8")],
    deprecated: "Version 2.5 only; AirSyncBase:EstimatedDataSize takes its place.",
  },
  BodyTruncated: {
    type: "unsignedByte",
    summary:
      "Whether the server shortened the notes in Body, as Truncation in the request had asked; version 2.5.",
    values: [
      { value: "0", meaning: "The notes are complete." },
      { value: "1", meaning: "The end of the notes is missing; BodySize has the full length." },
    ],
    places: [response("Sync", "AirSync:ApplicationData", 0, 1, { classes: ["Contacts"] })],
    spec: [spec("MS-ASCNTC 2.2.2.9")],
    deprecated: "Version 2.5 only; AirSyncBase:Truncated takes its place.",
  },
  Business2PhoneNumber: phone("2.2.2.17", "A second number at work."),
  BusinessAddressCity: contactField("2.2.2.10", "Town of the address at work."),
  BusinessAddressCountry: contactField("2.2.2.11", "Country or region of the address at work."),
  BusinessAddressPostalCode: contactField("2.2.2.12", "Postal code of the address at work."),
  BusinessAddressState: contactField("2.2.2.13", "State or province of the address at work."),
  BusinessAddressStreet: contactField(
    "2.2.2.14",
    "Street and house number of the address at work; may have several lines.",
  ),
  BusinessFaxNumber: phone("2.2.2.15", "Fax number at work."),
  BusinessPhoneNumber: phone("2.2.2.16", "The first number at work."),
  CarPhoneNumber: phone("2.2.2.18", "The number of a phone in the contact's car."),
  Categories: contactField(
    "2.2.2.19",
    "The labels that the user gave the contact. The list replaces the one that was there, so a label left out of it is taken off.",
    "container",
  ),
  Category: entry(
    "Contacts:Categories",
    1,
    "2.2.2.20",
    "One label, by its name; names are what labels are matched by.",
  ),
  Children: contactField("2.2.2.21", "The names of the contact's children.", "container"),
  Child: entry("Contacts:Children", 0, "2.2.2.22", "The name of one child."),
  CompanyName: contactField("2.2.2.24", "The company or other organisation the contact works for."),
  Department: contactField("2.2.2.26", "The department the contact works in."),
  Email1Address: contactField(
    "2.2.2.27",
    "The contact's first mail address; one of the four elements that an entry of the recipient information cache has. " +
      'Exchange often writes it as "Name" <user@host>.',
    "emailAddress",
  ),
  Email2Address: contactField("2.2.2.28", "The contact's second mail address.", "emailAddress"),
  Email3Address: contactField("2.2.2.29", "The contact's third mail address.", "emailAddress"),
  FileAs: contactField(
    "2.2.2.30",
    "The text a contact is sorted and shown under, such as a surname followed by a first name. " +
      "An entry of the recipient information cache has a FileAs of its own, which may be another text than the one in the Contacts folder.",
  ),
  FirstName: contactField("2.2.2.31", "The contact's given name."),
  Home2PhoneNumber: phone("2.2.2.40", "A second number at home."),
  HomeAddressCity: contactField("2.2.2.33", "Town of the address at home."),
  HomeAddressCountry: contactField("2.2.2.34", "Country or region of the address at home."),
  HomeAddressPostalCode: contactField("2.2.2.35", "Postal code of the address at home."),
  HomeAddressState: contactField("2.2.2.36", "State or province of the address at home."),
  HomeAddressStreet: contactField(
    "2.2.2.37",
    "Street and house number of the address at home; may have several lines.",
  ),
  HomeFaxNumber: phone("2.2.2.38", "Fax number at home."),
  HomePhoneNumber: phone("2.2.2.39", "The first number at home."),
  JobTitle: contactField(
    "2.2.2.44",
    "The contact's position, such as head of sales. Not to be mixed up with Title.",
  ),
  LastName: contactField("2.2.2.45", "The contact's family name."),
  MiddleName: contactField("2.2.2.47", "The names between given name and family name."),
  MobilePhoneNumber: phone("2.2.2.49", "The number of the contact's mobile phone."),
  OfficeLocation: contactField("2.2.2.51", "Where in the building the contact works, such as a room number."),
  OtherAddressCity: contactField("2.2.2.52", "Town of a third address, which is neither work nor home."),
  OtherAddressCountry: contactField("2.2.2.53", "Country or region of a third address."),
  OtherAddressPostalCode: contactField("2.2.2.54", "Postal code of a third address."),
  OtherAddressState: contactField("2.2.2.55", "State or province of a third address."),
  OtherAddressStreet: contactField(
    "2.2.2.56",
    "Street and house number of a third address; may have several lines.",
  ),
  PagerNumber: phone("2.2.2.57", "The number of the contact's pager."),
  RadioPhoneNumber: phone("2.2.2.59", "The number of the contact's radio phone."),
  Spouse: contactField("2.2.2.60", "The name of the contact's husband, wife or partner."),
  Suffix: contactField("2.2.2.61", "What follows the family name, such as Jr. or III."),
  Title: contactField(
    "2.2.2.62",
    "What stands before the name. The specification calls it a business title; in practice it holds the form of address, " +
      "such as Dr., while JobTitle has the position.",
  ),
  WebPage: contactField("2.2.2.63", "The address of a web page of the contact or about the contact."),
  YomiCompanyName: contactField(
    "2.2.2.65",
    "How the company's name is pronounced, in Japanese phonetic script.",
  ),
  YomiFirstName: contactField("2.2.2.66", "How the given name is pronounced, in Japanese phonetic script."),
  YomiLastName: contactField(
    "2.2.2.67",
    "How the family name is pronounced, in Japanese phonetic script; Japanese clients sort by it.",
  ),
  Picture: {
    type: "base64",
    summary:
      "A photograph, as the base64 text of an image file, at most 48 KB of text (about 36 KB of image): a larger one fails with " +
      "Status 6. " +
      "A Change without it leaves the stored picture alone; clients take it off by sending the element empty.",
    limits: { maxLength: 49_152 },
    places: contactPlaces,
    spec: [spec("MS-ASCNTC 2.2.2.58"), spec("MS-ASCMD 2.2.3.24")],
  },
  Alias: {
    type: "string",
    summary:
      "The account name of somebody the user writes to, in the recipient information cache and nowhere else. " +
      "Exchange is on record as not sending it.",
    places: [response("Sync", "AirSync:ApplicationData", 0, 1, { classes: ["Contacts"], when: CACHE_ONLY })],
    spec: [spec("MS-ASCNTC 2.2.2.2"), spec("MS-ASCNTC 3.2.4.4")],
  },
  WeightedRank: {
    type: "integer",
    summary:
      "How likely the user is to write to this entry of the recipient information cache: the higher, the nearer the top it belongs " +
      "in a list that completes an address.",
    places: [response("Sync", "AirSync:ApplicationData", 0, 1, { classes: ["Contacts"], when: CACHE_ONLY })],
    spec: [spec("MS-ASCNTC 2.2.2.64"), spec("MS-ASCNTC 3.2.4.4")],
  },
};

/** Code page 1, Contacts: the properties of a contact [MS-ASCNTC 2.2.2]; later additions are in Contacts2. */
export const contacts: PageElements = limitToTagVersions("Contacts", elements);
