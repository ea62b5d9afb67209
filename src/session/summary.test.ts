import { describe, expect, it } from "vitest";
import type { Capture } from "../formats/format";
import { enrolment, type SentExchange, syncOf, toTraffic } from "../testing/traffic";
import { conversations } from "./conversations";
import type { ExchangeSummary } from "./summary";

/** The summaries of exchanges, in order. */
function summarize(
  exchanges: readonly SentExchange[],
  facts: Partial<Capture> = {},
): readonly (ExchangeSummary | undefined)[] {
  return conversations(toTraffic(exchanges, facts)).flatMap((one) =>
    one.exchanges.map(({ summary }) => summary),
  );
}

/** The text of the last of some exchanges. */
function tell(...exchanges: readonly SentExchange[]): string | undefined {
  return summarize(exchanges).at(-1)?.text;
}

const sync = (request: string, response: string): SentExchange => ({ command: "Sync", request, response });
const asked = syncOf("7", "5");
const answered = (inside: string): string => syncOf("8", "5", `<Status>1</Status>${inside}`);
const sms = (id: string): string =>
  `<Add><Class>SMS</Class><ServerId>5:${id}</ServerId><ApplicationData/></Add>`;
const add = (id: string): string => `<Add><ServerId>5:${id}</ServerId><ApplicationData/></Add>`;
const change = "<Change><ServerId>5:9</ServerId><ApplicationData/></Change>";
const remove = "<Delete><ServerId>5:8</ServerId></Delete>";
const commands = (inside: string): string => `<Commands>${inside}</Commands>`;

describe("the first exchanges of a device", () => {
  it("are told apart", () => {
    expect(summarize(enrolment).map((summary) => summary?.text)).toEqual([
      "Policy sent",
      "Policy accepted",
      "2 folders",
      "Key issued",
      "2 new",
    ]);
  });
});

describe("a Sync", () => {
  it.each([
    [answered(commands(add("1") + add("2") + change + remove)), "2 new, 1 changed, 1 deleted"],
    [answered(commands(sms("1") + sms("2"))), "2 new text messages"],
    [answered(commands(sms("1") + add("2"))), "1 new text message, 1 new"],
    [answered(""), "Nothing new"],
    ["", "Nothing new"],
  ])("says what the server sent: %#", (response, text) => {
    expect(tell(sync(asked, response))).toBe(text);
  });

  it("says what the client did", () => {
    const own = syncOf("7", "5", commands(`<Add><ClientId>c</ClientId><ApplicationData/></Add>${change}`));
    expect(tell(sync(own, answered("")))).toBe("Client: 1 new, 1 changed");
    expect(tell(sync(own, answered(commands(add("1")))))).toBe("1 new; client: 1 new, 1 changed");
  });

  it("of an outbox has text messages to send, and items that are counted", () => {
    const folders: SentExchange = {
      command: "FolderSync",
      request: '<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey></FolderSync>',
      response:
        '<FolderSync xmlns="FolderHierarchy"><Status>1</Status><SyncKey>1</SyncKey><Changes>' +
        "<Count>1</Count><Add><ServerId>5</ServerId><ParentId>0</ParentId><DisplayName>Outbox</DisplayName>" +
        "<Type>6</Type></Add></Changes></FolderSync>",
    };
    expect(summarize([folders, sync(asked, answered(commands(sms("1"))))]).at(-1)).toEqual({
      text: "1 text message to send",
      items: { added: 1, changed: 0, deleted: 0 },
      isSms: true,
    });
  });

  it("that waited says how long", () => {
    const waiting = syncOf("7", "5", "", "<Wait>8</Wait>");
    const [held] = summarize([sync(waiting, "")], { tookMs: 480_000 });
    expect(held).toEqual({ text: "Waited 8 min, nothing new", isHeld: true });
  });
});

const ping = (response: string): SentExchange => ({
  command: "Ping",
  request: '<Ping xmlns="Ping"><HeartbeatInterval>900</HeartbeatInterval></Ping>',
  response,
});
const changed = ping(
  '<Ping xmlns="Ping"><Status>2</Status><Folders><Folder>5</Folder><Folder>6</Folder></Folders></Ping>',
);

describe("a Ping", () => {
  it.each([
    [45_000, "Waited 45 s, 2 folders changed"],
    [484_000, "Waited 8 min, 2 folders changed"],
    [3_900_000, "Waited 1 h 5 min, 2 folders changed"],
    [40, "2 folders changed"],
  ])("says how long it waited: %i ms", (tookMs, text) => {
    expect(summarize([changed], { tookMs })).toEqual([{ text, isHeld: true }]);
  });

  it("that found no changes says so", () => {
    expect(tell(ping('<Ping xmlns="Ping"><Status>1</Status></Ping>'))).toBe("Nothing changed");
  });

  it("is still waiting if other requests were answered and this one was not", () => {
    const open = toTraffic([...enrolment, changed]).slice(0, -1);
    const withoutTimes = open.map((capture) => {
      const { tookMs: _tookMs, ...rest } = capture;
      return rest;
    });
    const [one] = conversations(withoutTimes);
    expect(one?.exchanges.at(-1)?.summary).toEqual({
      text: "Still waiting",
      isHeld: true,
      isWaiting: true,
    });
    const [alone] = conversations(withoutTimes.slice(-1));
    expect(alone?.exchanges[0]?.summary).toEqual({ text: "", isHeld: true });
  });
});

const exchange = (command: string, request: string, response: string): SentExchange => ({
  command,
  request,
  response,
});

describe("other commands", () => {
  it.each([
    [
      "No changes",
      exchange("FolderSync", hierarchy("<SyncKey>1</SyncKey>"), hierarchy("<Status>1</Status><Changes/>")),
    ],
    [
      "1 deleted",
      exchange(
        "FolderSync",
        hierarchy("<SyncKey>1</SyncKey>"),
        hierarchy("<Status>1</Status><Changes><Delete><ServerId>5</ServerId></Delete></Changes>"),
      ),
    ],
    ["Sent", exchange("SendMail", '<SendMail xmlns="ComposeMail"><ClientId>1</ClientId></SendMail>', "")],
    [
      "Outbound SMS on",
      exchange(
        "Settings",
        '<Settings xmlns="Settings"><DeviceInformation><Set><EnableOutboundSMS>1</EnableOutboundSMS></Set>' +
          "</DeviceInformation></Settings>",
        '<Settings xmlns="Settings"><Status>1</Status></Settings>',
      ),
    ],
    [
      "Out of office read",
      exchange(
        "Settings",
        '<Settings xmlns="Settings"><Oof><Get><BodyType>Text</BodyType></Get></Oof></Settings>',
        '<Settings xmlns="Settings"><Status>1</Status></Settings>',
      ),
    ],
    [
      "1 attachment",
      exchange(
        "ItemOperations",
        '<ItemOperations xmlns="ItemOperations" xmlns:b="AirSyncBase"><Fetch><Store>Mailbox</Store>' +
          "<b:FileReference>f</b:FileReference></Fetch></ItemOperations>",
        '<ItemOperations xmlns="ItemOperations"><Status>1</Status><Response><Fetch>' +
          "<Status>1</Status></Fetch></Response></ItemOperations>",
      ),
    ],
    [
      "1 moved",
      exchange(
        "MoveItems",
        '<MoveItems xmlns="Move"><Move><SrcMsgId>5:1</SrcMsgId></Move></MoveItems>',
        '<MoveItems xmlns="Move"><Response><Status>3</Status></Response><Response>' +
          "<Status>1</Status></Response></MoveItems>",
      ),
    ],
    [
      "Declined",
      exchange(
        "MeetingResponse",
        '<MeetingResponse xmlns="MeetingResponse"><Request><UserResponse>3</UserResponse></Request>' +
          "</MeetingResponse>",
        '<MeetingResponse xmlns="MeetingResponse"><Result><Status>1</Status></Result></MeetingResponse>',
      ),
    ],
    [
      "7 items",
      exchange(
        "GetItemEstimate",
        '<GetItemEstimate xmlns="GetItemEstimate"/>',
        '<GetItemEstimate xmlns="GetItemEstimate"><Response><Status>1</Status><Collection>' +
          "<Estimate>7</Estimate></Collection></Response></GetItemEstimate>",
      ),
    ],
  ])("%s", (text, sent) => {
    expect(tell(sent)).toBe(text);
  });

  it("that searched an address book found people there", () => {
    const search = exchange(
      "Search",
      '<Search xmlns="Search"><Store><Name>GAL</Name><Query>ada</Query></Store></Search>',
      '<Search xmlns="Search"><Status>1</Status><Response><Store><Status>1</Status><Result><Properties/>' +
        "</Result></Store></Response></Search>",
    );
    expect(summarize([search])).toEqual([{ text: "1 person", place: "Address book" }]);
  });

  it("say nothing where nothing is known", () => {
    const refused = { ...enrolment[0], command: "Provision", status: 503, request: "", response: "" };
    expect(summarize([refused])).toEqual([undefined]);
    expect(summarize([exchange("Autodiscover", "", "")])).toEqual([undefined]);
    expect(conversations(toTraffic([changed]).slice(1))[0]?.exchanges[0]?.summary?.text).toBe(
      "2 folders changed",
    );
  });
});

function hierarchy(inside: string): string {
  return `<FolderSync xmlns="FolderHierarchy">${inside}</FolderSync>`;
}
