import { describe, expect, it } from "vitest";
import { decode, encode } from "../index";
import { inferContext } from "./context";

const infer = (xml: string) => inferContext(decode(encode(xml).bytes));

describe("inferContext", () => {
  it("infers the command from the root, and the direction from what only one direction has", () => {
    expect(
      infer(
        "<Sync " +
          'xmlns="AirSync"><Collections><Collection><SyncKey>1</SyncKey><CollectionId>5</CollectionId>' +
          "<GetChanges/></Collection></Collections></Sync>",
      ),
    ).toMatchObject({ command: "Sync", direction: "request" });
    expect(
      infer(
        "<Sync " +
          'xmlns="AirSync"><Collections><Collection><SyncKey>1</SyncKey><CollectionId>5</CollectionId>' +
          "<Status>1</Status></Collection></Collections></Sync>",
      ),
    ).toMatchObject({ command: "Sync", direction: "response" });
  });

  it("uses the Status of a Sync, regardless of its items", () => {
    const sync = (inside: string): string =>
      `<Sync xmlns="AirSync" ` +
      `xmlns:e="Email2"><Collections><Collection><SyncKey>1</SyncKey>${inside}</Collection>` +
      "</Collections></Sync>";
    const item =
      "<Commands><Add><ClientId>1</ClientId><ApplicationData><e:ConversationId/><e:ConversationIndex/>" +
      "</ApplicationData></Add></Commands>";
    expect(infer(sync(item))).toMatchObject({ direction: "request" });
    expect(infer(sync(`<Status>1</Status>${item}`))).toMatchObject({ direction: "response" });
    expect(infer(sync("<Commands><Delete><ServerId>1</ServerId></Delete></Commands>"))).toMatchObject({
      direction: "request",
    });
    expect(infer('<Sync xmlns="AirSync"><Status>4</Status></Sync>')).toMatchObject({ direction: "response" });
    const fromServer = "<Commands><Add><ServerId>1</ServerId><ApplicationData/></Add></Commands>";
    expect(infer(sync(fromServer))).toMatchObject({ direction: "response" });
    expect(infer(sync(`<GetChanges/>${fromServer}`))).toMatchObject({ direction: "request" });
    expect(infer(sync("<MoreAvailable/>"))).toMatchObject({ direction: "response" });
    expect(infer('<Sync xmlns="AirSync"><Wait>5</Wait></Sync>')).toMatchObject({ direction: "request" });
  });

  it("takes a message for a request if it lacks the Status that every response has", () => {
    expect(infer('<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey></FolderSync>')).toMatchObject({
      command: "FolderSync",
      direction: "request",
    });
  });

  it("leaves the direction unknown if both fit equally well", () => {
    for (const xml of ['<FolderSync xmlns="FolderHierarchy"/>', '<Sync xmlns="AirSync"/>'])
      expect(infer(xml).direction).toBeUndefined();
  });

  it("infers the command from the first top-level tag, even after a literal", () => {
    const body =
      '<wbxml:body xmlns:wbxml="WBXML"><wbxml:LITERAL index="0"/><Ping xmlns="Ping"/></wbxml:body>';
    const { bytes } = encode(`<?wbxml version="1.3" strtbl="a"?>${body}`);
    expect(inferContext(decode(bytes))).toMatchObject({ command: "Ping" });
  });

  it("lists the versions that support the whole payload", () => {
    expect(infer('<Sync xmlns="AirSync"><HeartbeatInterval>300</HeartbeatInterval></Sync>').versions).toEqual(
      ["14.0", "14.1", "16.0", "16.1"],
    );
    expect(infer('<Ping xmlns="Ping"/>').versions[0]).toBe("2.5");
  });

  it("infers nothing from bytes that are not a payload", () => {
    expect(inferContext(decode(new Uint8Array(0)))).toEqual({
      command: undefined,
      direction: undefined,
      versions: expect.any(Array),
    });
  });
});

describe("the versions of a payload", () => {
  it("are those that know its tags and the values of its enumerations", () => {
    const sync = (itemClass: string): readonly string[] =>
      inferContext(
        decode(
          encode(
            "<Sync " +
              `xmlns="AirSync"><Collections><Collection><SyncKey>1</SyncKey><Options>` +
              `<Class>${itemClass}</Class></Options></Collection></Collections></Sync>`,
          ).bytes,
        ),
      ).versions;
    expect(sync("Email")[0]).toBe("2.5");
    expect(sync("SMS")[0]).toBe("14.0");
  });

  it("are those that know its statuses", () => {
    const first = (xml: string): string | undefined => inferContext(decode(encode(xml).bytes)).versions[0];
    const sending = (value: number): string =>
      `<SendMail xmlns="ComposeMail"><Status>${value}</Status></SendMail>`;
    expect([first(sending(110)), first(sending(166))]).toEqual(["14.0", "14.1"]);
    const moving = (value: number): string => `<MoveItems xmlns="Move"><Status>${value}</Status></MoveItems>`;
    expect([first(moving(3)), first(moving(103))]).toEqual(["2.5", "14.0"]);
  });
});
