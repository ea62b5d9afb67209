import { describe, expect, it } from "vitest";
import { lint } from "../../lint";

const tell = (xml: string): string[] =>
  lint([{ xml }])
    .filter(({ rule }) => rule === "schema/out-of-range")
    .map(({ message }) => message);
const move = (id: string): string =>
  `<MoveItems xmlns="Move"><Move><SrcMsgId>${id}</SrcMsgId><SrcFldId>5</SrcFldId><DstFldId>7</DstFldId>` +
  "</Move></MoveItems>";
const sync = (id: string): string =>
  `<Sync xmlns="AirSync"><Collections><Collection><SyncKey>0</SyncKey><CollectionId>${id}</CollectionId>` +
  "</Collection></Collections></Sync>";

describe("the message of schema/out-of-range", () => {
  it("names only the limits that there are", () => {
    expect(tell('<Sync xmlns="AirSync"><Wait>120</Wait></Sync>')).toEqual([
      "AirSync:Wait must be from 1 to 59, but is 120.",
    ]);
    expect(tell(move("5".repeat(65)))).toEqual([
      "Move:SrcMsgId must be from 1 to 64 characters long, but has 65.",
    ]);
    expect(tell(sync("5".repeat(65)))).toEqual([
      "AirSync:CollectionId must be at most 64 characters long, but has 65.",
    ]);
  });
});
