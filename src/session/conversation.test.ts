import { describe, expect, it } from "vitest";
import type { Direction } from "../eas/direction";
import { decode, encode } from "../testing/codec";
import { readConversation } from "./conversation";
import type { SessionMessage } from "./messages";

const message = (direction: Direction, command: string, xml: string): SessionMessage => ({
  direction,
  command,
  document: decode(encode(xml).bytes),
});
const sync = (direction: Direction, inside: string, id = "5"): SessionMessage =>
  message(
    direction,
    "Sync",
    `<Sync xmlns="AirSync"><Collections>` +
      `<Collection>${inside.replace("ID", `<CollectionId>${id}</CollectionId>`)}` +
      "</Collection></Collections></Sync>",
  );
const ask = (key: string, options = "", id = "5"): SessionMessage =>
  sync("request", `<SyncKey>${key}</SyncKey>ID${options}`, id);
const answer = (key: string, status = "1", id = "5"): SessionMessage =>
  sync("response", `<SyncKey>${key}</SyncKey>ID<Status>${status}</Status>`, id);

describe("the keys of a collection", () => {
  it("are known with the exchange that returned them", () => {
    const { turns } = readConversation([
      ask("0"),
      answer("11"),
      ask("11"),
      answer("12"),
      ask("11"),
      answer("0", "3"),
    ]);
    expect(
      turns.map(({ syncKey, received, current, issued, isFromStart }) => [
        syncKey,
        received,
        current?.value,
        current?.from,
        issued,
        isFromStart,
      ]),
    ).toEqual([
      ["0", "11", undefined, undefined, undefined, true],
      ["11", "12", "11", "1", "1", true],
      ["11", "0", "12", "2", "1", true],
    ]);
  });

  it("are kept apart by collection", () => {
    const { turns } = readConversation([ask("3", "", "5"), answer("4", "1", "5"), ask("4", "", "6")]);
    expect(turns.map(({ id, issued, isFromStart }) => [id, issued, isFromStart])).toEqual([
      ["5", undefined, false],
      ["6", undefined, false],
    ]);
  });
});

describe("the options of a collection", () => {
  const options =
    '<Options><FilterType>3</FilterType><Conflict>1</Conflict><BodyPreference xmlns="AirSyncBase">' +
    "<Type>2</Type><TruncationSize>512</TruncationSize></BodyPreference></Options>";

  it("are in force with all their values until others are sent", () => {
    const { turns } = readConversation([ask("1", options), answer("2"), ask("2"), answer("3")]);
    const [set] = turns[1]?.sets ?? [];
    expect(Object.fromEntries(set?.values ?? [])).toEqual({
      "AirSync:FilterType": "3",
      "AirSync:Conflict": "1",
    });
    expect(set?.preferences.map((values) => Object.fromEntries(values))).toEqual([
      { "AirSyncBase:Type": "2", "AirSyncBase:TruncationSize": "512" },
    ]);
  });

  it("are those before a request that was refused", () => {
    const { turns } = readConversation([
      ask("1", options),
      answer("2"),
      ask("2", "<Options><FilterType>8</FilterType></Options>"),
      answer("2", "4"),
      ask("2"),
    ]);
    expect(turns.map(({ sets }) => sets?.[0]?.filter)).toEqual(["3", "8", "3"]);
  });
});

describe("what holds after an exchange", () => {
  it("includes keys, limits, versions and the last statuses", () => {
    const ping = (direction: Direction, inside: string): SessionMessage =>
      message(direction, "Ping", `<Ping xmlns="Ping">${inside}</Ping>`);
    const { exchanges } = readConversation([
      { ...ping("request", "<HeartbeatInterval>30</HeartbeatInterval>"), version: "14.1" },
      ping("response", "<Status>5</Status><HeartbeatInterval>60</HeartbeatInterval>"),
      message(
        "response",
        "Provision",
        '<Provision xmlns="Provision"><Status>1</Status><Policies><Policy>' +
          "<PolicyType>MS-EAS-Provisioning-WBXML" +
          "</PolicyType><Status>1</Status><PolicyKey>77</PolicyKey></Policy></Policies></Provision>",
      ),
      message(
        "response",
        "FolderSync",
        '<FolderSync xmlns="FolderHierarchy"><Status>1</Status><SyncKey>4</SyncKey></FolderSync>',
      ),
    ]);
    expect(exchanges[0]?.after).toMatchObject({
      heartbeatLimit: { value: "60", from: "1" },
      policyKey: undefined,
      versions: ["14.1"],
    });
    expect(exchanges.at(-1)?.after).toMatchObject({
      heartbeatLimit: { value: "60", from: "1" },
      policyKey: { value: "77", from: "2" },
      folderKey: { value: "4", from: "3" },
    });
    expect([...(exchanges.at(-1)?.after.lastStatus ?? [])].map(([name, { value }]) => [name, value])).toEqual(
      [
        ["Ping", "5"],
        ["Provision", "1"],
        ["FolderSync", "1"],
      ],
    );
  });
});
