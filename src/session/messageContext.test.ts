import { describe, expect, it } from "vitest";
import type { Capture } from "../formats/format";
import { decode, encode } from "../testing/codec";
import { inferContext } from "./context";
import { type ChosenContext, messageContext, nothingChosen, pickKnownFacts } from "./messageContext";

const chosen: ChosenContext = { ...nothingChosen, direction: "response", version: "12.1" };
const http = { command: "Ping", direction: "request", version: "14.1" } as const;
const elements = { command: "Sync", direction: "request" } as const;

describe("the context of a message", () => {
  it("is what the user chose, if anything", () => {
    expect(messageContext({ chosen, http, elements })).toMatchObject({
      direction: "response",
      directionFrom: "chosen",
      version: "12.1",
      versionFrom: "chosen",
    });
    expect(messageContext({ chosen })).toMatchObject({ direction: "response", version: "12.1" });
  });

  it("otherwise comes from HTTP", () => {
    const expected = {
      ...http,
      commandFrom: "HTTP",
      directionFrom: "HTTP",
      versionFrom: "HTTP",
    };
    expect(messageContext({ chosen: nothingChosen, http, elements })).toMatchObject(expected);
    expect(messageContext({ http, elements })).toMatchObject(expected);
  });

  it("otherwise comes from the elements, which have no version", () => {
    const silent: Pick<Capture, "command" | "direction" | "version"> = { direction: undefined };
    const expected = {
      ...elements,
      commandFrom: "elements",
      directionFrom: "elements",
      version: undefined,
      versionFrom: "unknown",
    };
    expect(messageContext({ chosen: nothingChosen, http: silent, elements })).toMatchObject(expected);
    expect(messageContext({ elements })).toMatchObject(expected);
  });

  it("is unknown if no source has it", () => {
    expect(messageContext({})).toEqual({
      command: undefined,
      commandFrom: "unknown",
      direction: undefined,
      directionFrom: "unknown",
      version: undefined,
      versionFrom: "unknown",
      folder: "unknown",
      folderFrom: "unknown",
      product: "unknown",
      productFrom: "unknown",
    });
  });

  it("combines each fact separately", () => {
    const onlyDirection: ChosenContext = { ...nothingChosen, direction: "response" };
    const onlyVersion = { version: "16.0" };
    expect(messageContext({ chosen: onlyDirection, http: onlyVersion, elements })).toMatchObject({
      commandFrom: "elements",
      directionFrom: "chosen",
      version: "16.0",
      versionFrom: "HTTP",
    });
  });

  it.each(["", "99", "14", "14.10", "unknown", "auto"])(
    "has no version if HTTP has %j, which is not a version",
    (version) => {
      const unknown = { version: undefined, versionFrom: "unknown" };
      expect(messageContext({ http: { version }, elements })).toMatchObject(unknown);
      expect(messageContext({ chosen, http: { version } })).toMatchObject({ version: "12.1" });
    },
  );

  it("has the folder and the product that were chosen", () => {
    const context = messageContext({
      chosen: { ...nothingChosen, folder: "drafts", product: "exchange2013" },
      http,
    });
    expect(context).toMatchObject({
      folder: "drafts",
      folderFrom: "chosen",
      product: "exchange2013",
      productFrom: "chosen",
    });
  });

  it("has the folder and the product that the conversation gives, unless others were chosen", () => {
    const conversation = { folder: "inbox", product: "exchange2019" } as const;
    expect(messageContext({ conversation })).toMatchObject({
      folder: "inbox",
      folderFrom: "conversation",
      product: "exchange2019",
      productFrom: "HTTP",
    });
    const drafts: ChosenContext = { ...nothingChosen, folder: "drafts" };
    expect(messageContext({ chosen: drafts, conversation })).toMatchObject({
      folder: "drafts",
      folderFrom: "chosen",
      product: "exchange2019",
    });
    expect(messageContext({ conversation: { product: "unknown" } }).productFrom).toBe("unknown");
  });

  it("accepts what is inferred from a payload's elements", () => {
    const ping = decode(encode('<Ping xmlns="Ping"><HeartbeatInterval>80</HeartbeatInterval></Ping>').bytes);
    expect(messageContext({ elements: inferContext(ping) })).toMatchObject({
      command: "Ping",
      commandFrom: "elements",
    });
  });
});

describe("the known facts of a context", () => {
  it("are those that have a value, and no others", () => {
    expect(pickKnownFacts(messageContext({}))).toEqual({});
    expect(Object.keys(pickKnownFacts(messageContext({})))).toEqual([]);
    expect(pickKnownFacts(messageContext({ chosen, http }))).toEqual({
      command: "Ping",
      direction: "response",
      version: "12.1",
    });
  });
});
