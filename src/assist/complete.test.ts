import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complete } from "./complete";
import { locateCursor } from "./cursor";

/** The suggestions at the position of `|`. */
const at = (marked: string, context = {}) => complete(marked.replace("|", ""), marked.indexOf("|"), context);
const listLabels = (marked: string, context = {}) => at(marked, context).map(({ label }) => label);

describe("complete", () => {
  it("suggests the root elements of the commands in an empty text", () => {
    expect(listLabels("<|")).toEqual(expect.arrayContaining(["Sync", "FolderSync", "Settings"]));
  });

  it("suggests allowed children, required ones first, and the closing tag", () => {
    const offers = at('<MoveItems xmlns="Move"><Move><|', { direction: "request" });
    expect(offers.filter(({ required }) => required).map(({ label }) => label)).toEqual([
      "SrcMsgId",
      "SrcFldId",
      "DstFldId",
    ]);
    expect(offers.at(-1)).toMatchObject({ kind: "closing-tag", label: "/Move", insert: "/Move>" });
  });

  it(
    "suggests whole root elements before anything is typed, with their namespace, in the versions that " +
      "define them",
    () => {
      const offers = at("|");
      expect(offers.find(({ label }) => label === "Sync")).toMatchObject({
        insert: '<Sync xmlns="AirSync"></Sync>',
        from: 0,
        required: false,
      });
      expect(listLabels('<?xml version="1.0"?>\n|', { command: "sync" })).toEqual(["Sync"]);
      expect(listLabels("<|", { version: "2.5" })).not.toContain("Settings");
      expect(listLabels("<|", { version: "12.1" })).not.toContain("SendMail");
      expect(listLabels("<|", { version: "14.0" })).toEqual(expect.arrayContaining(["SendMail", "Settings"]));
      expect(listLabels('<|<Sync xmlns="AirSync"/>')).toEqual([]);
      expect(listLabels('<Sync xmlns="AirSync"/><|')).toEqual([]);
    },
  );

  it("suggests whole tags in the content of a container, and no elements in a value", () => {
    const offers = at('<Sync xmlns="AirSync">\n  |\n</Sync>', { direction: "request" });
    expect(offers[0]).toMatchObject({
      kind: "element",
      label: "Collections",
      insert: "<Collections></Collections>",
      caret: 13,
    });
    expect(offers.at(-1)).toMatchObject({ kind: "closing-tag", insert: "</Sync>" });
    expect(at('<Sync xmlns="AirSync"><Collections><Collection><SyncKey>|')).toEqual([]);
  });

  it("counts the elements after the cursor", () => {
    const around =
      "<Sync " +
      'xmlns="AirSync"><Collections><Collection><|<SyncKey>1</SyncKey></Collection></Collections></Sync>';
    const offers = at(around, { direction: "request" });
    expect(offers.filter(({ required }) => required).map(({ label }) => label)).toEqual(["CollectionId"]);
    expect(offers.map(({ label }) => label)).not.toContain("SyncKey");
  });

  it("sorts misplaced elements last", () => {
    const offers = listLabels(
      '<Sync xmlns="AirSync"><Collections><Collection><SyncKey/><CollectionId/><WindowSize/><|',
      {
        direction: "request",
      },
    );
    expect(offers.indexOf("Options")).toBeLessThan(offers.indexOf("Supported"));
  });

  it("keeps declarations within their element, and declares namespaces where needed", () => {
    const options =
      '<Sync xmlns="AirSync"><Collections><Collection><Options><BodyPreference xmlns="AirSyncBase"/><|';
    expect(listLabels(options, { direction: "request" })).toEqual(
      expect.arrayContaining(["FilterType", "airsyncbase:BodyPreference"]),
    );
    const taken =
      '<Sync xmlns="AirSync" ' +
      'xmlns:email="Calendar"><Collections><Collection><Commands><Add><ApplicationData><|';
    expect(at(taken, { direction: "request" }).find(({ label }) => label === "InternetCPID")?.insert).toMatch(
      /^InternetCPID xmlns="Email">/,
    );
  });

  it("suggests only the name if the tag continues after the cursor", () => {
    expect(at('<Sync xmlns="AirSync"><Coll|></Coll></Sync>', { direction: "request" })[0]?.insert).toBe(
      "Collections",
    );
    expect(at('<Sync xmlns="AirSync"></S|></Sync>')).toMatchObject([{ insert: "Sync" }]);
  });

  it("takes the context of the parent into account", () => {
    const answer = '<Sync xmlns="AirSync"><Collections><Collection><Status>1</Status>';
    const required = (marked: string) => at(marked).flatMap((offer) => (offer.required ? [offer.label] : []));
    expect(required(`${answer}<Commands><Add><|`)).toEqual(["ServerId", "ApplicationData"]);
    expect(required(`${answer}<Responses><Add><|`)).toEqual(["ClientId", "Status"]);
    const settings = (property: string) =>
      listLabels(`<Settings xmlns="Settings"><${property}><Set><|`, { direction: "request" });
    expect(settings("Oof")).not.toContain("PhoneNumber");
    expect(settings("DeviceInformation")).toEqual(
      expect.arrayContaining(["EnableOutboundSMS", "PhoneNumber"]),
    );
    expect(settings("DevicePassword")).toEqual(["Password", "/Set"]);
    const change =
      "<Sync " +
      'xmlns="AirSync"><Collections><Collection><Commands><Change><Class>SMS</Class><ServerId/>' +
      "<ApplicationData><|";
    expect(listLabels(change, { direction: "request" })).toEqual([
      "email:Flag",
      "email:Read",
      "/ApplicationData",
    ]);
  });

  it("takes class and version from the context if they are known", () => {
    const add =
      '<Sync xmlns="AirSync"><Collections><Collection><Commands><Add><ClientId/><ApplicationData><|';
    const offered = listLabels(add, { folder: "contacts", version: "unknown", product: "unknown" });
    expect(offered).toContain("contacts:FirstName");
    expect(offered.filter((label) => /^(email|calendar|tasks):/.test(label))).toEqual([]);
    expect(at(add).filter(({ required }) => required)).toEqual([]);
  });

  it("suggests the values for class, version and command", () => {
    const filter = (before: string) =>
      listLabels(`<Sync xmlns="AirSync"><Collections><Collection><Options>${before}<FilterType>|`);
    expect(filter("<Class>SMS</Class>")).toEqual(["0", "1", "2", "3", "4", "5"]);
    expect(filter("<Class>Tasks</Class>")).toEqual(["0", "8"]);
    const sendMail = '<SendMail xmlns="ComposeMail"><Status>|';
    expect(listLabels(sendMail)).toContain("119");
    expect(listLabels(`<wbxml:body xmlns:wbxml="WBXML">${sendMail}`)).toContain("119");
    const folders = (version: "12.1" | "14.0") =>
      listLabels('<FolderSync xmlns="FolderHierarchy"><Status>|', { version });
    expect(folders("12.1")).toEqual(["1", "6", "9", "10", "11", "12"]);
    expect(folders("14.0")).toContain("142");
    expect(folders("14.0")).not.toContain("165");
    expect(listLabels('<FolderSync xmlns="FolderHierarchy"><Status>|')).toEqual(
      expect.arrayContaining(["9", "142"]),
    );
  });

  it("accepts any number as an offset", () => {
    for (const offset of [-1, 1e9, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(complete("<Sync", offset)).toBeInstanceOf(Array);
  });

  it("does not suggest again what is allowed only once", () => {
    const children = listLabels('<MoveItems xmlns="Move"><Move><SrcMsgId>5:1</SrcMsgId><|', {
      direction: "request",
    });
    expect(children).not.toContain("SrcMsgId");
    expect(children).toContain("SrcFldId");
  });

  it("writes names with the declared prefix, or the usual one if none is declared", () => {
    const options = "<Collections><Collection><Options><|";
    expect(listLabels(`<Sync xmlns="AirSync" xmlns:b="AirSyncBase:">${options}`)).toContain(
      "b:BodyPreference",
    );
    expect(listLabels(`<Sync xmlns="AirSync:">${options}`)).toContain("airsyncbase:BodyPreference");
  });

  it("uses the known direction and version", () => {
    const collection = '<Sync xmlns="AirSync"><Collections><Collection><|';
    expect(listLabels(collection, { direction: "response" })).toContain("MoreAvailable");
    expect(listLabels(collection, { direction: "request" })).not.toContain("MoreAvailable");
    expect(listLabels('<Sync xmlns="AirSync"><|', { direction: "request", version: "12.1" })).not.toContain(
      "HeartbeatInterval",
    );
    expect(listLabels('<Sync xmlns="AirSync"><|', { direction: "request", version: "14.0" })).toContain(
      "HeartbeatInterval",
    );
  });

  it("uses the class of the item", () => {
    const add =
      '<Sync xmlns="AirSync" xmlns:email="Email" ' +
      'xmlns:contacts="Contacts"><Collections><Collection><Commands><Add><Class>SMS</Class>' +
      "<ApplicationData><|";
    const offered = listLabels(add, { direction: "request" });
    expect(offered).toEqual(
      expect.arrayContaining(["email:To", "email:From", "email:DateReceived", "airsyncbase:Body"]),
    );
    expect(offered.filter((label) => label.startsWith("contacts:"))).toEqual([]);
    expect(offered).not.toContain("email:Subject");
  });

  it("suggests the values of an enumeration with their meanings, by parent if it matters", () => {
    const offers = at(
      '<Sync xmlns="AirSync" ' +
        'xmlns:b="AirSyncBase"><Collections><Collection><Options><b:BodyPreference><b:Type>|',
    );
    expect(offers.map(({ insert }) => insert)).toEqual(expect.arrayContaining(["1", "2", "3", "4"]));
    expect(offers.every(({ kind, detail }) => kind === "value" && detail.length > 0)).toBe(true);
  });

  it("suggests the open tag after </", () => {
    expect(at('<Sync xmlns="AirSync"><Collections></|')).toMatchObject([
      { kind: "closing-tag", label: "Collections", insert: "Collections>" },
    ]);
  });

  it("suggests nothing in comments, sections, instructions and attributes", () => {
    expect(listLabels('<Sync xmlns="AirSync"><!-- <|')).toEqual([]);
    expect(listLabels('<Sync xmlns="AirSync"><![CDATA[<|')).toEqual([]);
    expect(listLabels('<Sync xmlns="|')).toEqual([]);
  });

  it("never throws, and every suggestion replaces what was typed", () => {
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
  it("is linear in unmatched closing tags", () => {
    const open = "<a>".repeat(30_000);
    const began = performance.now();
    locateCursor(`${open}${"</b>".repeat(30_000)}`, open.length + 1);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it("finds the open elements despite unmatched tags", () => {
    const text = "<Sync xmlns='AirSync'><Collections><Collection></Collections><Wait>";
    const place = locateCursor(text, text.length);
    expect(place.open.map(({ key }) => key)).toEqual(["AirSync:Sync", "AirSync:Wait"]);
    expect(place.kind).toBe("text");
  });
});
