import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hex } from "../../testing/bytes";
import { easCodeSpace } from "../codeSpace";
import {
  readableElements,
  readValue,
  type ValueContent,
  type ValueContext,
  type ValueElement,
  type ValueReading,
} from "./values";

function element(key: string, parent?: string): ValueElement {
  const [namespace = "", name = ""] = key.split(":");
  return { namespace, name, ...(parent !== undefined && { parent }) };
}

const read = (
  key: string,
  text: string,
  context: ValueContext = {},
  parent?: string,
): ValueReading | undefined => readValue(element(key, parent), { text }, context);

describe("readValue", () => {
  it("has only elements of the code pages", () => {
    const missing = readableElements.filter(({ namespace, name }) => {
      const page = easCodeSpace.pageOf(namespace);
      return page?.namespace !== namespace || easCodeSpace.find(page.page, name)?.name !== name;
    });
    expect(missing).toEqual([]);
    expect(readableElements.length).toBeGreaterThan(80);
  });

  it.each([
    ["AirSync:SyncKey", "601771687", "sync-key"],
    ["AirSync:ServerId", "55:11", "item-id"],
    ["FolderHierarchy:ServerId", "5", "folder-id"],
    ["AirSync:FilterType", "2", "filter-type"],
    ["AirSync:MIMESupport", "2", "mime-support"],
    ["Email:To", '"14255550143" [MOBILE:14255550143]', "phone-recipients"],
    ["Email:To", '"Chris Gray" <chris@contoso.com>', "mail-addresses"],
    ["Email:DateReceived", "2009-01-08T00:14:36.000Z", "date-time"],
    ["Email:InternetCPID", "1252", "internet-code-page"],
    ["Email:GlobalObjId", "AAAA", "global-object-id"],
    ["Calendar:Timezone", "AAAA", "time-zone"],
    ["Calendar:StartTime", "20091027T163000Z", "compact-date-time"],
    ["Calendar:UID", "1", "uid"],
    ["Contacts:Picture", "R0lGODlh", "picture"],
    ["Provision:PolicyKey", "0", "policy-key"],
    ["Search:LongId", "RgAAAA", "long-id"],
    ["AirSyncBase:FileReference", "7%3a1%3a0", "attachment-id"],
    ["ValidateCert:Certificate", "MIIB", "certificate"],
    ["Email2:Bcc", "a@b", "mail-addresses"],
    ["Tasks:DayOfWeek", "62", "days-of-week"],
  ])("reads %s %j as %s", (key, text, kind) => {
    expect(read(key, text)?.kind).toBe(kind);
    expect(readValue({ ...element(key), namespace: `${key.split(":")[0] ?? ""}:` }, { text })?.kind).toBe(
      kind,
    );
  });

  it("reads opaque data as bytes", () => {
    expect(readValue(element("Email2:ConversationIndex"), { bytes: hex("C9 71 26 48 DE") })).toMatchObject({
      kind: "conversation-index",
      problems: [],
    });
    expect(readValue(element("Search:ConversationId"), { bytes: new Uint8Array(16) })?.problems).toEqual([]);
    expect(
      readValue(element("ComposeMail:Mime"), { bytes: new TextEncoder().encode("Subject: A\r\n\r\n") })?.kind,
    ).toBe("mime");
    expect(
      readValue(element("AirSyncBase:Content"), { bytes: hex("474946383961 3000 4000 80 00 00") })?.kind,
    ).toBe("picture");
  });

  it("reads the Data of a body by its Type and by the class around it", () => {
    const kinds = (["1", "2", "3", "4"] as const).map(
      (bodyType) => read("AirSyncBase:Data", "Subject: A", { bodyType })?.kind,
    );
    expect(kinds).toEqual(["plain-text", "html", "rtf", "mime"]);
    expect(read("AirSyncBase:Data", "Hello", { bodyType: "1", itemClass: "SMS" })?.kind).toBe("sms-body");
    expect(read("AirSyncBase:Data", "Hello")).toBeUndefined();
    expect(read("AirSyncBase:Data", "Hello", { bodyType: "constructor" })).toBeUndefined();
    expect(read("AirSyncBase:Data", "BEGIN:VCARD\nEND:VCARD")?.kind).toBe("vcard");
  });

  it("uses the parent element", () => {
    expect(read("AirSyncBase:Type", "4", {}, "AirSyncBase:BodyPreference")?.kind).toBe("body-type");
    expect(read("AirSyncBase:Type", "4", {}, "Location")).toBeUndefined();
    expect(read("Search:Value", "2009-01-08T00:14:36.000Z", {}, "Search:GreaterThan")?.kind).toBe(
      "date-time",
    );
    expect(read("Search:Value", "x", {}, "Search:EqualTo")).toBeUndefined();
    expect(read("Provision:Data", "<wap-provisioningdoc/>")?.kind).toBe("wap-provisioning");
    expect(read("Provision:Data", "anything")).toBeUndefined();
  });

  it("reports a second sender of an SMS, and a compact date in a mail", () => {
    const listCodes = (reading: ValueReading | undefined): string[] | undefined =>
      reading?.problems.map(({ code }) => code);
    expect(listCodes(read("Email:From", "[MOBILE:1],[MOBILE:2]"))).toEqual(["phone-several"]);
    expect(listCodes(read("Email:From", "5550143", { itemClass: "SMS" }))).toEqual(["phone-bracket-missing"]);
    expect(listCodes(read("Email:StartTime", "20091027T163000Z"))).toEqual(["date-form"]);
    expect(listCodes(read("Email:ReplyTo", "a@b;c@d"))).toEqual([]);
  });

  it("lists at most 500 rows and gives the number of omitted ones", () => {
    const { rows = [], problems = [] } = read("Email:To", "[MOBILE:1],".repeat(600) + ",".repeat(600)) ?? {};
    expect(rows).toHaveLength(501);
    expect(rows.at(-1)?.value).toContain("100");
    expect(problems).toHaveLength(500);
  });

  it("stays fast on adversarial values", () => {
    const units = [
      '"',
      "[1]",
      "[,",
      "<",
      "(",
      "a:",
      "=",
      "\\",
      ",",
      " ",
      "\r\n ",
      "A;",
      "<parm ",
      "BEGIN:VCARD\n",
      "<characteristic>",
      "0",
    ];
    const keys = [
      "Email:To",
      "Email:From",
      "Calendar:Email",
      "Calendar:UID",
      "Calendar:Until",
      "Calendar:Timezone",
      "Email:GlobalObjId",
      "Email2:ConversationIndex",
    ];
    const others = [
      "AirSync:SyncKey",
      "Provision:Data",
      "ItemOperations:Data",
      "ComposeMail:Mime",
      "ValidateCert:Certificate",
      "Tasks:DayOfWeek",
      "Email:InternetCPID",
    ];
    for (const unit of units) {
      const text = `a${unit.repeat(40_000)}`;
      const started = performance.now();
      for (const key of [...keys, ...others]) read(key, text, { itemClass: "SMS" });
      for (const bodyType of ["1", "2", "3", "4"]) read("AirSyncBase:Data", text, { bodyType });
      expect(performance.now() - started).toBeLessThan(8000);
    }
  }, 120_000);

  it("has no reading for other elements or empty ones", () => {
    expect(read("Email:Subject", "x")).toBeUndefined();
    expect(read("Nowhere:To", "x")).toBeUndefined();
    expect(read("constructor:name", "x")).toBeUndefined();
    expect(read("Email:constructor", "x")).toBeUndefined();
    for (const { namespace, name } of readableElements) {
      expect(readValue({ namespace, name }, { text: "" })).toBeUndefined();
      expect(readValue({ namespace, name }, { bytes: hex("") })).toBeUndefined();
    }
  });

  it("reads any content of any element, with every place in it", () => {
    const content: fc.Arbitrary<ValueContent> = fc.oneof(
      fc.string({ unit: "binary" }).map((text) => ({ text })),
      fc.base64String().map((text) => ({ text })),
      fc.uint8Array().map((bytes) => ({ bytes })),
    );
    const context: fc.Arbitrary<ValueContext> = fc.record(
      { bodyType: fc.constantFrom("1", "2", "3", "4", "5"), itemClass: fc.constantFrom("SMS", "Email") },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...readableElements), content, context, (one, value, around) => {
        const reading = readValue({ ...one, parent: "BodyPreference" }, value, around);
        for (const { text, range } of [...(reading?.rows ?? []), ...(reading?.problems ?? [])]) {
          if (text !== undefined)
            expect(
              0 <= text.from &&
                text.from <= text.to &&
                text.to <= (value.text?.length ?? Number.POSITIVE_INFINITY),
            ).toBe(true);
          if (range !== undefined)
            expect(
              0 <= range.start &&
                range.start <= range.end &&
                range.end <= (value.bytes?.length ?? Number.POSITIVE_INFINITY),
            ).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
