import { describe, expect, it } from "vitest";
import { examples } from "../../../assist/examples";
import { encodeXml } from "../../../document/encode";
import { easCodeSpace } from "../../../eas/codeSpace";
import {
  clientAdd,
  conversation,
  deviceRequest,
  serverAdd,
  smsData,
  smsOptions,
  syncRequest,
  syncResponse,
} from "../../exampleMessages";
import { lint, lintMessage } from "../../lint";
import type { LintContext, Message } from "../../message";
import { viewMessage } from "../../view";

const known: Partial<LintContext> = { version: "14.1", folder: "inbox", product: "exchange2013" };

/** The ids of the rules that report an error or a warning. */
function findings(message: Message, context: Partial<LintContext> = known): readonly string[] {
  // including echoes of SMS rules
  const found = lintMessage(viewMessage(message, 0, context)).filter(({ severity }) => severity !== "info");
  return [...new Set(found.map(({ rule }) => rule))];
}

const client = (from: string, to: string): Message => ({
  xml: syncRequest(clientAdd(smsData.replace(from, to))),
});
const server = (from: string, to: string): Message => ({
  xml: syncResponse(serverAdd((smsData + conversation).replace(from, to))),
});

const inBytes = ({ xml = "" }: Message): Message => ({ bytes: encodeXml(xml, easCodeSpace).bytes });

describe("valid text messages", () => {
  it.each([
    ["a client's", { xml: syncRequest(clientAdd()) }],
    ["a server's", { xml: syncResponse(serverAdd()) }],
    ["options", { xml: syncRequest(smsOptions) }],
    [
      "the sending phone",
      {
        xml: deviceRequest("<PhoneNumber>+14255550123</PhoneNumber><EnableOutboundSMS>1</EnableOutboundSMS>"),
      },
    ],
    ...examples.map(({ id, xml, direction }): [string, Message] => [id, { xml, direction }]),
  ])("%s: no finding", (_, message) => {
    expect(lint([message], known).map(({ rule, message: text }) => `${rule}: ${text}`)).toEqual([]);
  });
});

describe("catalogue facts apply to text messages", () => {
  it.each<[string, Message, string]>([
    ["Importance 3", client("<email:Importance>1", "<email:Importance>3"), "schema/not-listed"],
    ["Importance high", server("<email:Importance>1", "<email:Importance>high"), "schema/wrong-type"],
    ["Read yes", client("<email:Read>0", "<email:Read>yes"), "schema/wrong-type"],
    ["Read 2", server("<email:Read>0", "<email:Read>2"), "schema/wrong-type"],
    [
      "To of 32769 characters",
      client("[MOBILE:+14255550143]", `"${"x".repeat(32769 - 13)}" [MOBILE:1]`),
      "schema/out-of-range",
    ],
    [
      "From of 32769 characters",
      server('"Ada" [MOBILE:+14255550123]', `"${"x".repeat(32769 - 13)}" [MOBILE:1]`),
      "schema/out-of-range",
    ],
    ["DateReceived yesterday", client("2026-01-31T08:00:00.000Z", "yesterday"), "schema/wrong-type"],
    ["text in Flag", client("<email:Flag/>", "<email:Flag>2</email:Flag>"), "schema/text-in-container"],
    [
      "Status 3 in Flag",
      client("<email:Flag/>", "<email:Flag><email:Status>3</email:Status></email:Flag>"),
      "schema/not-listed",
    ],
    [
      "Subject of e-mail in Flag",
      client("<email:Flag/>", "<email:Flag><email:Subject>x</email:Subject></email:Flag>"),
      "schema/misplaced",
    ],
    [
      "text in Body",
      client(
        /<airsyncbase:Body>.*<\/airsyncbase:Body>/.exec(smsData)?.[0] ?? "",
        "<airsyncbase:Body>x</airsyncbase:Body>",
      ),
      "schema/text-in-container",
    ],
    ["Body without Type", client("<airsyncbase:Type>1</airsyncbase:Type>", ""), "schema/missing"],
    ["Body of Type 5", server("<airsyncbase:Type>1", "<airsyncbase:Type>5"), "schema/not-listed"],
    [
      "Read twice",
      client("<email:Read>0</email:Read>", "<email:Read>0</email:Read><email:Read>1</email:Read>"),
      "schema/too-many",
    ],
    [
      "ConversationId as text",
      inBytes(server("<?opaque TxsinAfTSl6RYMgudaoT9A==?>", "TxsinAfTSl6RYMgudaoT9A==")),
      "schema/opaque-or-text",
    ],
    [
      "EnableOutboundSMS 2",
      { xml: deviceRequest("<EnableOutboundSMS>2</EnableOutboundSMS>") },
      "schema/not-listed",
    ],
    [
      "EnableOutboundSMS true",
      { xml: deviceRequest("<EnableOutboundSMS>true</EnableOutboundSMS>") },
      "schema/wrong-type",
    ],
    [
      "EnableOutboundSMS outside Set",
      { xml: '<Settings xmlns="Settings"><EnableOutboundSMS>1</EnableOutboundSMS></Settings>' },
      "schema/misplaced",
    ],
  ])("%s", (_, message, rule) => {
    expect(findings(message)).toContain(rule);
  });

  it("the same for versions: 12.1 supports neither EnableOutboundSMS nor Class in Options", () => {
    const context = { ...known, version: "12.1" } as const;
    expect(
      findings(
        { xml: deviceRequest("<PhoneNumber>1</PhoneNumber><EnableOutboundSMS>1</EnableOutboundSMS>") },
        context,
      ),
    ).toEqual(["schema/wrong-version"]);
    expect(findings({ xml: syncRequest(smsOptions) }, context)).toContain("schema/wrong-version");
    expect(findings({ xml: syncRequest(clientAdd()) }, context)).toContain("schema/wrong-version");
  });

  it("a network code before a number is not a finding", () => {
    expect(findings(client("[MOBILE:+14255550143]", "[MOBILE:#31#+14255550143]"))).toEqual([]);
    expect(findings(client("[MOBILE:+14255550143]", "[MOBILE:Ada]"))).toEqual(["sms/to-format"]);
  });

  it("32768 characters are allowed", () => {
    expect(findings(client("[MOBILE:+14255550143]", `"${"x".repeat(32768 - 13)}" [MOBILE:1]`))).toEqual([]);
  });
});
