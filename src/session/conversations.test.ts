import { describe, expect, it } from "vitest";
import type { Capture } from "../formats/format";
import { encode } from "../testing/codec";
import { conversations } from "./conversations";

function capture(direction: Capture["direction"], xml: string, facts: Partial<Capture> = {}): Capture {
  const { bytes } = encode(xml);
  return { label: "", direction, payload: bytes, origin: {}, problems: [], ...facts };
}

const collection = (inside: string): string =>
  `<Sync xmlns="AirSync"><Collections><Collection>${inside}</Collection></Collections></Sync>`;
const folders =
  '<FolderSync xmlns="FolderHierarchy"><Status>1</Status><SyncKey>1</SyncKey><Changes><Count>1</Count>' +
  "<Add><ServerId>5</ServerId><ParentId>0</ParentId><DisplayName>Inbox</DisplayName><Type>2</Type></Add>" +
  "</Changes></FolderSync>";
const hierarchy = '<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey></FolderSync>';

describe("conversations", () => {
  it("describe their exchanges", () => {
    const ada = { host: "h", user: "ada", deviceId: "A", deviceType: "Phone", userAgent: "Mail/1" };
    const first = { ...ada, exchange: "1", startedAt: 1000, tookMs: 20 };
    const second = { ...ada, exchange: "2", startedAt: 2000, tookMs: 30, version: "14.1" };
    const [only, ...others] = conversations([
      capture("request", hierarchy, first),
      capture("response", folders, { ...first, http: { status: 200, headers: [] } }),
      capture("request", collection("<SyncKey>7</SyncKey><CollectionId>5</CollectionId>"), second),
      capture(
        "response",
        collection("<SyncKey>8</SyncKey><CollectionId>5</CollectionId><Status>1</Status>"),
        second,
      ),
    ]);
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      host: "h",
      user: "ada",
      deviceId: "A",
      deviceType: "Phone",
      userAgents: ["Mail/1"],
      versions: ["14.1"],
    });
    expect(only?.exchanges).toEqual([
      {
        name: "1",
        request: 0,
        response: 1,
        command: "FolderSync",
        startedAt: 1000,
        tookMs: 20,
        httpStatus: 200,
        status: { value: 1, name: "Success", outcome: "success" },
        statuses: [{ value: 1, name: "Success", outcome: "success" }],
        folders: [],
        syncKeys: [{ collection: "0", sent: "0", received: "1" }],
        summary: { text: "1 folder" },
      },
      {
        name: "2",
        request: 2,
        response: 3,
        command: "Sync",
        startedAt: 2000,
        tookMs: 30,
        status: { value: 1, name: "Success", outcome: "success" },
        statuses: [{ value: 1, name: "Success", outcome: "success" }],
        folders: [{ id: "5", name: "Inbox", kind: "inbox", from: { command: "FolderSync", exchange: "1" } }],
        syncKeys: [{ collection: "5", sent: "7", received: "8" }],
        summary: { text: "Nothing new" },
      },
    ]);
  });

  it("have the status that failed, not the first one, and each of their statuses once", () => {
    const added = "<Add><ClientId>c</ClientId><Status>6</Status></Add>";
    const answer = collection(
      "<SyncKey>8</SyncKey><CollectionId>5</CollectionId><Status>1</Status><Responses>" +
        `${added}${added}</Responses>`,
    );
    const failure = { value: 6, name: "ConversionError", outcome: "failure" };
    const [exchange] = conversations([capture("response", answer)])[0]?.exchanges ?? [];
    expect(exchange?.status).toEqual(failure);
    expect(exchange?.statuses).toEqual([{ value: 1, name: "Success", outcome: "success" }, failure]);
  });

  it("contain each capture once, also those without a payload", () => {
    const captures = [
      capture("request", hierarchy),
      capture(undefined, "<x/>", { payload: new Uint8Array(0) }),
      capture("response", hierarchy, { payload: new Uint8Array([1, 2]), contentType: "text/html" }),
      capture("request", hierarchy, { source: "b" }),
    ];
    const places = conversations(captures).flatMap(({ exchanges }) =>
      exchanges.flatMap(({ request, response }) => [request ?? [], response ?? []].flat()),
    );
    expect(places.toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3]);
  });

  it("know the server from a response, for its exchange and those after it", () => {
    const headers = (value: string) => ({
      http: { status: 200, headers: [["MS-SERVER-ActiveSync", value]] as const },
    });
    const [only] = conversations([
      capture("request", hierarchy, { exchange: "1" }),
      capture("response", folders, { exchange: "1" }),
      capture("request", hierarchy, { exchange: "2" }),
      capture("response", folders, { exchange: "2", ...headers(" 15.1 ") }),
      capture("request", hierarchy, { exchange: "3" }),
      capture("request", hierarchy, { exchange: "4" }),
      capture("response", folders, { exchange: "4", ...headers("15.2") }),
    ]);
    expect(only?.exchanges.map(({ server }) => server)).toEqual([undefined, "15.1", "15.1", "15.2"]);
  });
});
