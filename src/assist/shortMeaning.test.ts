import { expect, it } from "vitest";
import { elements } from "../eas/catalogue";
import { decode, encode } from "../index";
import { findShortMeaning } from "./shortMeaning";

/** The short meanings of the values of an XML text, by element and value. */
function listMeanings(xml: string): readonly string[] {
  const document = decode(encode(xml).bytes);
  return Array.from(document.rows().nodes, (node) => findShortMeaning(document, node)).filter(
    (meaning) => meaning !== undefined,
  );
}

const options = (inner: string): string =>
  `<Sync xmlns="AirSync" xmlns:base="AirSyncBase"><Collections><Collection><SyncKey>1839204</SyncKey>` +
  `<CollectionId>15</CollectionId><Options>${inner}</Options></Collection></Collections></Sync>`;
const item = (inner: string): string =>
  `<Sync xmlns="AirSync" xmlns:email="Email"><Collections><Collection><Status>3</Status><Commands><Add>` +
  `<ApplicationData>${inner}</ApplicationData></Add></Commands></Collection></Collections></Sync>`;

it("tells numbers in words, and leaves keys and sizes alone", () => {
  expect(
    listMeanings(
      options(
        "<FilterType>6</FilterType><Class>SMS</Class><MIMETruncation>1</MIMETruncation>" +
          "<base:BodyPreference><base:Type>1</base:Type><base:TruncationSize>102400</base:TruncationSize>" +
          "</base:BodyPreference><Conflict>1</Conflict>",
      ),
    ),
  ).toEqual(["3 months", "after 4,096 characters", "plain text", "server wins"]);
});

it("names statuses and code pages", () => {
  expect(
    listMeanings(
      item(
        "<email:Importance>1</email:Importance><email:Read>0</email:Read>" +
          "<email:InternetCPID>1252</email:InternetCPID>",
      ),
    ),
  ).toEqual(["InvalidSyncKey", "normal", "unread", "Windows-1252"]);
  expect(listMeanings(item("<email:InternetCPID>65001</email:InternetCPID>"))[1]).toBe("UTF-8");
});

it("leaves the names of folders and of formats as they are written", () => {
  const folder = (type: string): string =>
    '<FolderSync xmlns="FolderHierarchy"><Changes><Add><ServerId>5</ServerId>' +
    `<Type>${type}</Type></Add></Changes></FolderSync>`;
  expect(listMeanings(folder("5"))).toEqual(["Sent Items"]);
  const html = "<base:BodyPreference><base:Type>2</base:Type></base:BodyPreference>";
  expect(listMeanings(options(html))).toEqual(["HTML"]);
});

it("says nothing of an unknown number, of bytes, and of elements with content", () => {
  expect(
    listMeanings(options("<FilterType>99</FilterType><Truncation><?opaque MQ==?></Truncation>")),
  ).toEqual([]);
});

it("knows the elements that it shortens", () => {
  const keys = new Set(elements().map(({ key }) => key));
  expect(
    [
      "AirSync:FilterType",
      "AirSync:Conflict",
      "AirSync:MIMETruncation",
      "Email:Read",
      "FolderHierarchy:Type",
    ].filter((key) => !keys.has(key)),
  ).toEqual([]);
});
