import { describe, expect, it } from "vitest";
import {
  conversation,
  deviceRequest,
  estimateRequest,
  serverAdd,
  smsData,
  syncRequest,
  syncResponse,
} from "./exampleMessages";
import { lint } from "./lint";
import type { Message } from "./message";

describe("sections of diagnostics", () => {
  const sections = (message: Message): readonly string[] =>
    lint([message], { folder: "inbox" }).map(({ spec }) => `${spec.document} ${spec.section}`);

  it("are in MS-ASMS for properties of a text message, and the element's own otherwise", () => {
    const odd = "<email:Importance>3</email:Importance>";
    expect(
      sections({
        xml: syncResponse(
          serverAdd(smsData.replace(/<email:Importance>.<\/email:Importance>/, odd) + conversation),
        ),
      }),
    ).toEqual(["MS-ASMS 2.2.2.1.7"]);
    expect(sections({ xml: syncResponse(serverAdd(`<email:Subject>x</email:Subject>${odd}`, "")) })).toEqual([
      "MS-ASEMAIL 2.2.2.38",
    ]);
    expect(
      sections({
        xml: deviceRequest("<PhoneNumber>1</PhoneNumber><EnableOutboundSMS>2</EnableOutboundSMS>"),
      }),
    ).toEqual(["MS-ASMS 2.2.2.2.2"]);
  });

  it("are those of GetItemEstimate in its requests", () => {
    const three = "<airsync:Options><airsync:Class>Email</airsync:Class></airsync:Options>".repeat(3);
    expect(sections({ xml: estimateRequest(three) })).toEqual(["MS-ASMS 3.1.4.2"]);
    expect(sections({ xml: syncRequest(three.replaceAll("airsync:", "")) })).toEqual(["MS-ASMS 3.1.4.1.1"]);
  });
});
