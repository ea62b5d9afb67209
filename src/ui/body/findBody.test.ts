import { describe, expect, it } from "vitest";
import { joinBytes } from "../../bytes/join";
import type { LinkedDocument } from "../../document/open";
import { hasWholeText } from "../../document/size";
import { readElements } from "../../session/elements";
import { decode, encode } from "../../testing/codec";
import { startOf } from "../../wbxml/tokenTable";
import { findBodies } from "./findBody";

const body = (text: string): string =>
  `<b:Body><b:Type>1</b:Type><b:EstimatedDataSize>5</b:EstimatedDataSize><b:Data>${text}</b:Data></b:Body>`;
const add = (id: string, inside: string): string =>
  `<Add><ServerId>${id}</ServerId><ApplicationData>${inside}</ApplicationData></Add>`;
const sync = (...items: readonly string[]): LinkedDocument =>
  decode(
    encode(
      '<Sync xmlns="AirSync" xmlns:b="AirSyncBase" xmlns:e="Email"><Collections><Collection>' +
        `<SyncKey>1</SyncKey><Commands>${items.join("")}</Commands>` +
        "</Collection></Collections></Sync>",
    ).bytes,
  );

const all = (document: LinkedDocument, key: string): readonly number[] => readElements(document).all(key);
const offsetOf = (document: LinkedDocument, key: string, index = 0): number =>
  startOf(document.tree.tokens, all(document, key)[index] ?? -1);

describe("the body to show", () => {
  const document = sync(
    add("1", body("first")),
    add("2", "<e:Subject>x</e:Subject>"),
    add("3", body("third")),
  );
  const bodies = all(document, "AirSyncBase:Body");

  it("is the first one without a selection", () => {
    expect(bodies).toHaveLength(2);
    expect(findBodies(document, undefined)).toEqual({ shown: bodies[0], all: bodies });
  });

  it("is that of the item that contains the selection", () => {
    expect(findBodies(document, offsetOf(document, "AirSync:ServerId", 2)).shown).toBe(bodies[1]);
    expect(findBodies(document, offsetOf(document, "AirSyncBase:Data", 1)).shown).toBe(bodies[1]);
    expect(findBodies(document, offsetOf(document, "AirSyncBase:Body", 1)).shown).toBe(bodies[1]);
    expect(findBodies(document, offsetOf(document, "AirSync:ServerId", 0)).shown).toBe(bodies[0]);
  });

  it("is the first one in what is around an item that has none", () => {
    expect(findBodies(document, offsetOf(document, "Email:Subject")).shown).toBe(bodies[0]);
  });

  it("is none in a payload without bodies", () => {
    expect(findBodies(sync(add("1", "<e:Subject>x</e:Subject>")), undefined)).toEqual({
      shown: undefined,
      all: [],
    });
  });

  it("can be a mail, a text of version 2.5, or what is fetched", () => {
    const old = sync(add("1", "<e:Body>old</e:Body>"), add("2", "<e:MIMEData>Subject: x</e:MIMEData>"));
    expect(findBodies(old, undefined).all).toEqual([
      ...all(old, "Email:Body"),
      ...all(old, "Email:MIMEData"),
    ]);
    const sent = decode(
      encode('<SendMail xmlns="ComposeMail"><Mime><?opaque QQ==?></Mime></SendMail>').bytes,
    );
    expect(findBodies(sent, undefined).all).toEqual(all(sent, "ComposeMail:Mime"));
    const fetched = decode(
      encode(
        '<ItemOperations xmlns="ItemOperations" xmlns:b="AirSyncBase"><Response>' +
          "<Fetch><Properties><Part>1</Part></Properties></Fetch>" +
          "<Fetch><Properties><b:Body><b:Type>1</b:Type><Part>2</Part></b:Body></Properties></Fetch>" +
          "</Response></ItemOperations>",
      ).bytes,
    );
    const [alone] = all(fetched, "ItemOperations:Part");
    expect(findBodies(fetched, undefined).all).toEqual([alone, ...all(fetched, "AirSyncBase:Body")]);
  });
});

describe("in a large payload", () => {
  const large = sync(add("1", body("a".repeat(4_000_001))), add("2", body("second")));

  it("only the body around the selection is found", () => {
    expect(hasWholeText(large)).toBe(false);
    expect(findBodies(large, undefined)).toEqual({ shown: undefined, all: undefined });
    expect(findBodies(large, offsetOf(large, "AirSync:ServerId", 1))).toEqual({
      shown: all(large, "AirSyncBase:Body")[1],
      all: undefined,
    });
  });

  it("far more is not read than an item has", () => {
    const subject = "<e:Subject>x</e:Subject>";
    const few = sync(add("1", subject), add("2", subject), add("3", subject), add("4", body("end")));
    const [second = 0, third = 0] = [1, 2].map((index) => offsetOf(few, "AirSync:Add", index));
    const repeated = Array.from({ length: 101_000 }, () => few.bytes.subarray(second, third));
    const many = decode(joinBytes([few.bytes.subarray(0, second), ...repeated, few.bytes.subarray(third)]));
    expect(hasWholeText(many)).toBe(false);
    expect(findBodies(many, offsetOf(many, "Email:Subject")).shown).toBeUndefined();
    const last = all(many, "AirSync:ServerId").length - 1;
    expect(findBodies(many, offsetOf(many, "AirSync:ServerId", last)).shown).toBe(
      all(many, "AirSyncBase:Body")[0],
    );
  });
});
