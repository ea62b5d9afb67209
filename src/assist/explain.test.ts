import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode, encode } from "../index";
import type { MessageFacts } from "../session/messageContext";
import { encodeSample, sampleTree } from "../testing/arbitrary";
import { examples } from "./examples";
import { explain } from "./explain";

const sms = decode(encode(examples.find(({ id }) => id === "sync-add-from-server")?.xml ?? "").bytes);

/** The explanation of the element that contains a text of the XML. */
function at(document: typeof sms, text: string) {
  const bytes = new TextEncoder().encode(text);
  const offset = document.bytes.findIndex((_, i) => bytes.every((byte, k) => document.bytes[i + k] === byte));
  return explain(document, offset);
}

describe("explain", () => {
  it("distinguishes header, switch, tag, text and END, and explains nothing outside the payload", () => {
    expect([0, 4, 8, 12].map((offset) => explain(sms, offset)?.token)).toEqual([
      "version",
      "tag",
      "STR_I",
      "STR_I",
    ]);
    expect(explain(sms, sms.bytes.length)).toBeUndefined();
    expect(explain(sms, 0)?.element).toBeUndefined();
  });

  it("gives the element of a value, and its meaning in an SMS item", () => {
    const to = at(sms, "14255550143");
    expect(to?.element?.key).toBe("Email:To");
    expect(to?.meaning?.itemClass).toBe("SMS");
    expect(to?.value?.reading).toMatchObject({ problems: [] });
  });

  it("gives a status its meaning for the command", () => {
    const failed = decode(
      encode('<FolderSync xmlns="FolderHierarchy"><Status>9</Status></FolderSync>').bytes,
    );
    expect(at(failed, "9")?.value?.status).toMatchObject({ value: 9, name: "InvalidSyncKey" });
  });

  it("finds a status by its place if the rest of the payload gives few clues", () => {
    const answer =
      "<Sync " +
      'xmlns="AirSync"><Collections><Collection><Responses><Add><Status>7</Status></Add></Responses>' +
      "</Collection></Collections></Sync>";
    expect(at(decode(encode(answer).bytes), "7")?.value?.status).toMatchObject({
      value: 7,
      name: "Conflict",
    });
  });

  it("takes an acknowledgement of a policy for the client's", () => {
    const policy =
      "<Policies><Policy><PolicyType>MS-EAS-Provisioning-WBXML</PolicyType><PolicyKey>7</PolicyKey>" +
      "<Status>4</Status></Policy></Policies>";
    const named = (inside: string) =>
      at(decode(encode(`<Provision xmlns="Provision">${inside}</Provision>`).bytes), "4");
    const direction = (inside: string) => [
      named(inside)?.value?.status?.name,
      named(inside)?.meaning?.direction,
    ];
    expect(direction(policy)).toEqual(["ExternallyManaged", "request"]);
    expect(direction(`<Status>1</Status>${policy}`)).toEqual(["PolicyCorrupt", "response"]);
  });

  it("prefers what is known about the message to what its elements suggest", () => {
    const { bytes } = encode('<FolderSync xmlns="FolderHierarchy"><Status>9</Status></FolderSync>');
    const named = (known: MessageFacts) =>
      explain(decode(bytes), bytes.indexOf(0x39), known)?.value?.status?.name;
    expect(named({})).toBe("InvalidSyncKey");
    expect(named({ command: "FolderSync", version: "14.1" })).toBe("InvalidSyncKey");
    expect(named({ command: "Ping" })).toBeUndefined();
  });

  it("takes a policy's status for the direction that is known", () => {
    const { bytes } = encode(
      '<Provision xmlns="Provision"><Policies><Policy><PolicyType>MS-EAS-Provisioning-WBXML</PolicyType>' +
        "<PolicyKey>7</PolicyKey><Status>4</Status></Policy></Policies></Provision>",
    );
    const named = (known: MessageFacts) =>
      explain(decode(bytes), bytes.lastIndexOf(0x34), known)?.value?.status?.name;
    expect(named({})).toBe("ExternallyManaged");
    expect(named({ direction: "request" })).toBe("ExternallyManaged");
    expect(named({ direction: "response" })).toBe("PolicyCorrupt");
  });

  it("reads the Status of a flag as such, and not as a status of the command", () => {
    const flag =
      '<Sync xmlns="AirSync" ' +
      'xmlns:e="Email"><Collections><Collection><SyncKey>7</SyncKey><Status>1</Status><Commands>' +
      "<Change><ServerId>5:1</ServerId><ApplicationData><e:Flag><e:Status>1</e:Status></e:Flag>" +
      "</ApplicationData></Change></Commands></Collection></Collections></Sync>";
    const document = decode(encode(flag).bytes);
    const value = explain(document, document.bytes.lastIndexOf(0x31))?.value;
    expect([value?.known?.value, value?.status]).toEqual(["1", undefined]);
    const result = explain(document, document.bytes.indexOf(0x31))?.value;
    expect([result?.known, result?.status?.value]).toEqual([undefined, 1]);
  });

  it("says where an element stands: its class, and its collection", () => {
    const options = decode(
      encode(
        '<Sync xmlns="AirSync"><Collections><Collection><SyncKey>7</SyncKey>' +
          "<CollectionId>15</CollectionId><Options><Class>SMS</Class><FilterType>6</FilterType></Options>" +
          "</Collection></Collections></Sync>",
      ).bytes,
    );
    const filter = explain(options, options.bytes.lastIndexOf(0x58));
    expect(filter?.here).toMatchObject({
      command: "Sync",
      direction: "request",
      parent: "AirSync:Options",
      itemClass: "SMS",
      collectionId: "15",
    });
    expect(explain(options, 0)?.here).toBeUndefined();
  });

  it("gives a value of an enumeration its meaning", () => {
    const options = decode(encode(examples[0]?.xml ?? "").bytes);
    const value = explain(options, options.bytes.lastIndexOf(0x58) + 2)?.value;
    expect(value?.known).toMatchObject({ value: "2" });
  });

  it("describes a recurrence in words", () => {
    const event =
      '<Sync xmlns="AirSync" ' +
      'xmlns:c="Calendar"><Collections><Collection><SyncKey>1</SyncKey><CollectionId>5</CollectionId>' +
      "<Status>1</Status><Commands><Add><ServerId>5:1</ServerId><ApplicationData><c:Recurrence>" +
      "<c:Type>1</c:Type><c:Interval>2</c:Interval><c:DayOfWeek>2</c:DayOfWeek></c:Recurrence>" +
      "</ApplicationData></Add></Commands></Collection></Collections></Sync>";
    const document = decode(encode(event).bytes);
    const recurrence = document.bytes.findIndex((byte, i) => byte === 0x5b && document.bytes[i - 1] === 4);
    expect(explain(document, recurrence)?.value?.reading?.summary).toMatch(/Monday/);
  });

  it("never throws, and its ranges are inside the payload", () => {
    fc.assert(
      fc.property(sampleTree, fc.nat(), (tree, place) => {
        const document = decode(encodeSample(tree));
        const offset = place % document.bytes.length;
        const found = explain(document, offset);
        expect(found && found.tokenRange.start <= offset && offset < found.tokenRange.end).toBe(true);
        expect(found && found.byteRange.start <= offset && offset < found.byteRange.end).toBe(true);
        expect(found && found.byteRange.end <= document.bytes.length).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
