import { describe, expect, it } from "vitest";
import { FROM_12_0, FROM_14_0, FROM_16_0, ONLY_2_5, TO_14_1 } from "../versions";
import { contacts } from "./contacts";
import { type ElementFacts, type Place, request } from "./element";
import { contactPlaces, inItems, inReturnedItems, limitToTagVersions } from "./itemPlaces";

const facts = (places: readonly Place[]): ElementFacts => ({
  type: "string",
  summary: "-",
  places,
  spec: [],
});
const findPlaces = (name: string, places: readonly Place[]): readonly Place[] =>
  limitToTagVersions("Calendar", { [name]: facts(places) })[name]?.places ?? [];

describe("where items' elements stand", () => {
  it("is Sync both ways, and the answers of ItemOperations and Search", () => {
    const where = inItems("Calendar:Exception", 0, 1).map(
      ({ command, direction }) => `${command} ${direction}`,
    );
    expect(where).toEqual(["Sync request", "Sync response", "ItemOperations response", "Search response"]);
  });

  it("begins with 12.0 for ItemOperations and Search", () => {
    expect(inReturnedItems("Calendar:Exception", 0, 1).map(({ versions }) => versions)).toEqual([
      undefined,
      FROM_12_0,
      FROM_12_0,
    ]);
    const until = inReturnedItems("Calendar:Exception", 0, 1, { versions: TO_14_1 }).map(
      ({ versions }) => versions,
    );
    expect(until).toEqual([TO_14_1, ["12.0", "12.1", "14.0", "14.1"], ["12.0", "12.1", "14.0", "14.1"]]);
  });

  it("is in Supported and Schema too for what a contact has", () => {
    const requests = contactPlaces
      .filter(({ direction }) => direction === "request")
      .map(({ parent }) => parent);
    expect(requests).toEqual(["AirSync:ApplicationData", "ItemOperations:Schema", "AirSync:Supported"]);
  });
});

describe("inTagVersions", () => {
  it("says versions only where they are fewer than the tag's", () => {
    const place = request("Sync", "Calendar:Attendee", 0, 1);
    expect(findPlaces("ResponseType", [{ ...place, versions: FROM_12_0 }])).toEqual([place]);
    expect(findPlaces("ResponseType", [{ ...place, versions: FROM_16_0 }])).toEqual([
      { ...place, versions: FROM_16_0 },
    ]);
    expect(findPlaces("ResponseType", [place])).toEqual([place]);
  });

  it("keeps of the versions those that the tag has", () => {
    const place = request("Sync", "Calendar:Attendee", 0, 1);
    const narrow = findPlaces("AttendeeStatus", [{ ...place, versions: TO_14_1 }]);
    expect(narrow).toEqual([{ ...place, versions: ["12.0", "12.1", "14.0", "14.1"] }]);
  });

  it("drops a place that no version of the tag has", () => {
    expect(
      findPlaces("Body", [request("Sync", "Calendar:Exception", 0, 1, { versions: FROM_14_0 })]),
    ).toEqual([]);
    expect(findPlaces("UID", inItems("Calendar:Exception", 0, 1, { versions: ONLY_2_5 }))).toHaveLength(2);
  });

  it("leaves no element of a page out", () => {
    expect(Object.keys(limitToTagVersions("Contacts", contacts))).toEqual(Object.keys(contacts));
  });
});
