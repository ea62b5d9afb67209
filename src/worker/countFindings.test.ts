import { describe, expect, it } from "vitest";
import type { LinkedDocument } from "../document/open";
import { decode } from "../index";
import { viewDocument } from "../lint/view";
import { encode } from "../testing/codec";
import { type CountedMessage, createFindingCounter } from "./countFindings";

const threeOptions =
  '<Sync xmlns="AirSync"><Collections><Collection><SyncKey>1</SyncKey><CollectionId>5</CollectionId>' +
  "<Options/><Options/><Options/></Collection></Collections></Sync>";
const plain = '<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey></FolderSync>';

let views = 0;

function counted(xml: string, index: number): CountedMessage {
  const document: LinkedDocument = decode(encode(xml).bytes);
  const facts = {
    conversation: "a",
    exchange: String(index),
    isPayload: true,
    direction: "request",
  } as const;
  return {
    message: { key: index, folder: "unknown", product: "unknown", facts: {} },
    index,
    bytes: document.bytes.length,
    isPayload: true,
    view: () => {
      views += 1;
      return viewDocument(document, facts, index, { folder: "unknown", product: "unknown" }, []);
    },
  };
}

describe("the findings of conversations", () => {
  it("are counted one conversation after another, each once", () => {
    const counter = createFindingCounter();
    const groups = new Map([
      ["a", [counted(threeOptions, 0), counted(plain, 1)]],
      ["b", [counted(plain, 2)]],
    ]);
    const first = counter.advance(groups, 1000);
    expect(first).toEqual([
      [0, expect.objectContaining({ error: expect.any(Number) as number })],
      [1, { error: 0, warning: 0, info: 0 }],
    ]);
    expect(first === "done" ? 0 : first?.[0]?.[1].error).toBeGreaterThan(0);
    expect(counter.advance(groups, 1000)).toMatchObject([[2, {}]]);
    expect(counter.advance(groups, 1000)).toBe("done");
  });

  it("are counted again for a conversation that has changed", () => {
    const counter = createFindingCounter();
    const [one, other] = [counted(plain, 0), counted(plain, 1)];
    counter.advance(new Map([["a", [one, other]]]), 1000);
    const edited = counted(threeOptions, 1);
    expect(counter.advance(new Map([["a", [one, edited]]]), 1000)).toMatchObject([
      [0, { error: 0 }],
      [1, { error: expect.any(Number) as number }],
    ]);
    expect(counter.advance(new Map([["a", [one, edited]]]), 1000)).toBe("done");
  });

  it("are not counted further than there is time, and later go on from there", () => {
    const counter = createFindingCounter();
    const groups = new Map([["a", [counted(plain, 0), counted(plain, 1)]]]);
    views = 0;
    expect(counter.advance(groups, -1)).toBeUndefined();
    expect(views).toBe(0);
    expect(counter.advance(groups, 1000)).toHaveLength(2);
  });

  it("are not counted where a message is so large that its rules would hold up what is shown", () => {
    const large = { ...counted(plain, 0), bytes: 1_000_000 };
    expect(createFindingCounter().advance(new Map([["a", [large]]]), 1000)).toBe("done");
  });
});
