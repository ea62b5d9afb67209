import { type SpecReference, spec } from "../../../eas/elements/element";
import type { Check, Rule } from "../../rule";

/** Elements of which one container may hold only those of one side, and the section that states it. */
interface Choice {
  readonly parent: string;
  readonly sides: readonly (readonly string[])[];
  readonly spec: SpecReference;
}

function makeChoice(section: string, parent: string, ...sides: readonly string[]): Choice {
  return { parent, sides: sides.map((side) => side.split(" ")), spec: spec(section) };
}

const choices: readonly Choice[] = [
  makeChoice("MS-ASCMD 2.2.3.88.2", "AirSync:Sync", "AirSync:Wait", "AirSync:HeartbeatInterval"),
  makeChoice("MS-ASCAL 2.2.2.32", "Calendar:Recurrence", "Calendar:Until", "Calendar:Occurrences"),
  makeChoice("MS-ASTASK 2.2.2.18", "Tasks:Recurrence", "Tasks:Until", "Tasks:Occurrences"),
  makeChoice(
    "MS-ASCMD 2.2.3.98.4",
    "ComposeMail:Source",
    "ComposeMail:LongId",
    "ComposeMail:FolderId ComposeMail:ItemId ComposeMail:InstanceId",
  ),
  makeChoice(
    "MS-ASCMD 2.2.3.98.2",
    "MeetingResponse:Request",
    "Search:LongId",
    "MeetingResponse:CollectionId MeetingResponse:RequestId",
  ),
  makeChoice(
    "MS-ASCMD 2.2.3.123",
    "Settings:OofMessage",
    "Settings:AppliesToInternal",
    "Settings:AppliesToExternalKnown",
    "Settings:AppliesToExternalUnknown",
  ),
];

function checkChoice({ sides, spec: where }: Choice): Check {
  const findSide = (key: string | undefined): number =>
    sides.findIndex((side) => side.some((one) => one === key));
  return (node, view, report) => {
    const found = view.children(node).filter((child) => findSide(view.key(child)) >= 0);
    const first = found[0] === undefined ? undefined : view.key(found[0]);
    const second = found.find((child) => findSide(view.key(child)) !== findSide(first));
    if (second !== undefined)
      report(second, "together", { data: { element: view.key(second), other: first }, spec: where });
  };
}

/** Two elements that exclude each other. */
export const exclusive: Rule = {
  id: "schema/exclusive",
  title: "Mutually exclusive elements",
  severity: "error",
  spec: spec("MS-ASCMD 2.2.3"),
  why:
    "The elements are alternatives for the same purpose, so together they contradict each other. A " +
    "server responds with a protocol error (status 4).",
  messages: { together: "{element} can't be used together with {other}. Remove one of them." },
  elements: Object.fromEntries(choices.map((one) => [one.parent, checkChoice(one)])),
  examples: [
    { title: "Wait", messages: ['<Sync xmlns="AirSync"><Wait>5</Wait></Sync>'], finds: [] },
    {
      title: "an item identified by its folder and its own id",
      messages: [
        "<SmartReply " +
          'xmlns="ComposeMail"><ClientId>1</ClientId><Source><FolderId>5</FolderId><ItemId>5:1</ItemId>' +
          "</Source><Mime><![CDATA[x]]></Mime></SmartReply>",
      ],
      finds: [],
    },
    {
      title: "Wait and HeartbeatInterval",
      messages: ['<Sync xmlns="AirSync"><Wait>5</Wait><HeartbeatInterval>300</HeartbeatInterval></Sync>'],
      finds: ["together"],
    },
    {
      title: "an item identified twice",
      messages: [
        "<SmartReply " +
          'xmlns="ComposeMail"><ClientId>1</ClientId><Source><FolderId>5</FolderId><ItemId>5:1</ItemId>' +
          "<LongId>RgAA</LongId></Source><Mime><![CDATA[x]]></Mime></SmartReply>",
      ],
      finds: ["together"],
    },
    {
      title: "a recurrence with two ends",
      messages: [
        '<Sync xmlns="AirSync" ' +
          'xmlns:t="Tasks"><Collections><Collection><SyncKey>1</SyncKey><CollectionId>5</CollectionId>' +
          "<Commands><Add><ClientId>1</ClientId><ApplicationData><t:Recurrence><t:Type>0</t:Type>" +
          "<t:Start>2026-01-31T08:00:00.000Z</t:Start><t:Until>2026-02-28T08:00:00.000Z</t:Until>" +
          "<t:Occurrences>3</t:Occurrences></t:Recurrence></ApplicationData></Add></Commands>" +
          "</Collection></Collections></Sync>",
      ],
      finds: ["together"],
    },
  ],
};
