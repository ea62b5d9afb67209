import { describe, expect, it } from "vitest";
import { protocolVersions } from "../eas/versions";
import { smsOptions, syncRequest } from "../lint/exampleMessages";
import { decode, encode } from "../testing/codec";
import { findVersionNeed } from "./versionNeed";

const open = (xml: string) => decode(encode(xml).bytes);
const request = { command: "Sync", direction: "request" } as const;

describe("what a payload needs of the protocol version", () => {
  it("is named if the version is too old: first the class, which is what a user chose", () => {
    const document = open(syncRequest(smsOptions));
    expect(findVersionNeed(document, request, "12.1")).toEqual({
      versions: ["14.0", "14.1", "16.0", "16.1"],
      what: "class SMS",
      whatVersions: ["14.0", "14.1", "16.0", "16.1"],
    });
    expect(findVersionNeed(document, request, "14.0")).toBeUndefined();
  });

  it("is an element, or one that is new in its place", () => {
    const wait = open('<Sync xmlns="AirSync"><HeartbeatInterval>300</HeartbeatInterval></Sync>');
    expect(findVersionNeed(wait, request, "12.1")?.what).toBe("HeartbeatInterval");
    const mail = open(syncRequest("<Options><Class>Email</Class></Options>"));
    expect(findVersionNeed(mail, request, "12.1")).toMatchObject({
      what: "Class in Options",
      versions: ["14.0", "14.1", "16.0", "16.1"],
    });
  });

  it("is what was removed, if the version is too new", () => {
    const old = open(
      syncRequest(
        "<Commands><Add><ClientId>1</ClientId><ApplicationData>" +
          '<c:Timezone xmlns:c="Calendar">x</c:Timezone><e:Body xmlns:e="Email">Hi</e:Body>' +
          "</ApplicationData></Add></Commands>",
      ),
    );
    const need = findVersionNeed(old, request, "16.1");
    expect(need).toMatchObject({ what: "Body", versions: ["2.5"] });
  });

  it("is nothing that a version lacks for the versions that the rules accept", () => {
    const document = open(syncRequest(smsOptions));
    const wrong = protocolVersions.filter((version) => findVersionNeed(document, request, version));
    expect(wrong).toEqual(["2.5", "12.0", "12.1"]);
  });
});
