import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complete } from "./complete";
import { cursorPlace } from "./cursor";

/** What is offered where `|` stands. */
const at = (marked: string, context = {}) => complete(marked.replace("|", ""), marked.indexOf("|"), context);
const labels = (marked: string, context = {}) => at(marked, context).map(({ label }) => label);

describe("complete", () => {
  it("offers the root elements of the commands in an empty text", () => {
    expect(labels("<|")).toEqual(expect.arrayContaining(["Sync", "FolderSync", "Settings"]));
  });

  it("offers legal children, required ones first, and the closing tag", () => {
    const offers = at('<MoveItems xmlns="Move"><Move><|', { direction: "request" });
    expect(offers.filter(({ required }) => required).map(({ label }) => label)).toEqual(["DstFldId", "SrcFldId", "SrcMsgId"]);
    expect(offers.at(-1)).toMatchObject({ kind: "closing-tag", label: "/Move", insert: "/Move>" });
  });

  it("does not offer again what may stand only once", () => {
    const children = labels('<MoveItems xmlns="Move"><Move><SrcMsgId>5:1</SrcMsgId><|', { direction: "request" });
    expect(children).not.toContain("SrcMsgId");
    expect(children).toContain("SrcFldId");
  });

  it("writes names with the prefix that is declared, whatever it is, and the usual one where none is", () => {
    const options = "<Collections><Collection><Options><|";
    expect(labels(`<Sync xmlns="AirSync" xmlns:b="AirSyncBase:">${options}`)).toContain("b:BodyPreference");
    expect(labels(`<Sync xmlns="AirSync:">${options}`)).toContain("airsyncbase:BodyPreference");
  });

  it("keeps to the direction and version that are known", () => {
    const collection = '<Sync xmlns="AirSync"><Collections><Collection><|';
    expect(labels(collection, { direction: "response" })).toContain("MoreAvailable");
    expect(labels(collection, { direction: "request" })).not.toContain("MoreAvailable");
    expect(labels('<Sync xmlns="AirSync"><|', { direction: "request", version: "12.1" })).not.toContain("HeartbeatInterval");
    expect(labels('<Sync xmlns="AirSync"><|', { direction: "request", version: "14.0" })).toContain("HeartbeatInterval");
  });

  it("keeps to the class of the item", () => {
    const add =
      '<Sync xmlns="AirSync" xmlns:email="Email" xmlns:contacts="Contacts"><Collections><Collection><Commands><Add><Class>SMS</Class><ApplicationData><|';
    const offered = labels(add, { direction: "request" });
    expect(offered).toEqual(expect.arrayContaining(["email:To", "email:From", "email:DateReceived", "airsyncbase:Body"]));
    expect(offered.filter((label) => label.startsWith("contacts:"))).toEqual([]);
    expect(offered).not.toContain("email:Subject");
  });

  it("offers the values of an enumeration with what they mean, by parent where that decides", () => {
    const offers = at('<Sync xmlns="AirSync" xmlns:b="AirSyncBase"><Collections><Collection><Options><b:BodyPreference><b:Type>|');
    expect(offers.map(({ insert }) => insert)).toEqual(expect.arrayContaining(["1", "2", "3", "4"]));
    expect(offers.every(({ kind, detail }) => kind === "value" && detail.length > 0)).toBe(true);
  });

  it("offers the tag that is open behind </", () => {
    expect(at('<Sync xmlns="AirSync"><Collections></|')).toMatchObject([
      { kind: "closing-tag", label: "Collections", insert: "Collections>" },
    ]);
  });

  it("offers nothing in comments, sections, instructions and attributes", () => {
    expect(labels('<Sync xmlns="AirSync"><!-- <|')).toEqual([]);
    expect(labels('<Sync xmlns="AirSync"><![CDATA[<|')).toEqual([]);
    expect(labels('<Sync xmlns="|')).toEqual([]);
  });

  it("never throws, and every offer replaces what was typed", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "<",
            "</",
            "Sync",
            ' xmlns="AirSync"',
            ">",
            "/>",
            "<Collections>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "x",
            '"',
            "email:",
            "\n",
          ),
        ),
        fc.nat(),
        (parts, place) => {
          const xml = parts.join("");
          const offset = xml.length === 0 ? 0 : place % (xml.length + 1);
          for (const { from } of complete(xml, offset)) expect(from >= 0 && from <= offset).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("cursorPlace", () => {
  it("knows what is open, past tags that do not match", () => {
    const text = "<Sync xmlns='AirSync'><Collections><Collection></Collections><Wait>";
    const place = cursorPlace(text, text.length);
    expect(place.open.map(({ key }) => key)).toEqual(["AirSync:Sync", "AirSync:Wait"]);
    expect(place.kind).toBe("text");
  });
});
