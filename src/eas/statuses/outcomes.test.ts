import { describe, expect, it } from "vitest";
import { commands } from "../commands";
import { findStatus, type StatusEntry, type StatusOutcome, statuses } from "./statuses";

const rows = ["Autodiscover", ...commands.map(({ name }) => name)].flatMap((command) =>
  statuses(command).map((entry) => ({ command, entry })),
);

/** "Provision Provision:Policy request 1": one row of the tables. */
const named = (command: string, { element, direction, value }: StatusEntry): string =>
  [command, element, direction, value].filter((part) => part !== undefined).join(" ");

/** The rows of an outcome, without the common ones that a command does not describe itself. */
const listOf = (outcome: StatusOutcome): readonly string[] =>
  rows
    .filter(({ entry }) => entry.outcome === outcome)
    .filter(({ entry }) => entry.element !== undefined || entry.value <= 100)
    .map(({ command, entry }) => named(command, entry));

describe("the outcome of a Status", () => {
  it("is there for every value of every command", () => {
    expect(rows.length).toBeGreaterThan(1000);
    for (const { command, entry } of rows)
      expect(["success", "neutral", "failure"], named(command, entry)).toContain(entry.outcome);
  });

  it("is a success for each 1, but not for those of Ping and MoveItems", () => {
    const others = rows.filter(({ entry }) => entry.value === 1 && entry.outcome !== "success");
    expect(others.map(({ command, entry }) => [named(command, entry), entry.outcome])).toEqual([
      ["MoveItems 1", "failure"],
      ["Ping 1", "neutral"],
    ]);
  });

  it("is a success for no other value than 3 of MoveItems", () => {
    expect(listOf("success").filter((name) => !name.endsWith(" 1"))).toEqual(["MoveItems 3"]);
  });

  it("is neutral for the answers after which nothing has failed", () => {
    expect(listOf("neutral").toSorted()).toEqual([
      "Find GAL:Picture 173",
      "Find GAL:Picture 174",
      "Find GAL:Picture 175",
      "ItemOperations 10",
      "ItemOperations 17",
      "Ping 1",
      "Ping 2",
      "Provision Provision:Policy request 2",
      "Provision Provision:Policy request 4",
      "Provision Provision:Policy response 2",
      "ResolveRecipients ResolveRecipients:Certificates 7",
      "ResolveRecipients ResolveRecipients:Certificates 8",
      "ResolveRecipients ResolveRecipients:Picture 173",
      "ResolveRecipients ResolveRecipients:Picture 174",
      "ResolveRecipients ResolveRecipients:Picture 175",
      "ResolveRecipients ResolveRecipients:Response 2",
      "ResolveRecipients ResolveRecipients:Response 3",
      "ResolveRecipients ResolveRecipients:Response 4",
      "Search GAL:Picture 173",
      "Search GAL:Picture 174",
      "Search GAL:Picture 175",
      "Search Search:Store 12",
    ]);
  });

  it.each([
    ["Sync", "AirSync:Collection", 1, "success"],
    ["Sync", "AirSync:Collection", 3, "failure"],
    ["Sync", "AirSync:Change", 7, "failure"],
    ["Sync", "AirSyncBase:BodyPart", 176, "failure"],
    ["Ping", "Ping:Ping", 2, "neutral"],
    ["Ping", "Ping:Ping", 7, "failure"],
    ["MoveItems", "Move:Response", 3, "success"],
    ["Provision", "Provision:Provision", 140, "failure"],
    ["Provision", "Provision:Policy", 5, "failure"],
    ["Settings", "Settings:Oof", 1, "success"],
    ["SendMail", "ComposeMail:SendMail", 118, "failure"],
    ["ResolveRecipients", "ResolveRecipients:Response", 4, "neutral"],
    ["ResolveRecipients", "ResolveRecipients:Availability", 163, "failure"],
    ["ValidateCert", "ValidateCert:Certificate", 7, "failure"],
    ["Search", "Search:Store", 173, "neutral"],
    ["Sync", "AirSync:Sync", 177, "failure"],
  ] as const)("of %s in %s, %i, is %s", (command, parent, value, outcome) => {
    expect(findStatus({ command, parent, direction: "response" }, value)?.outcome).toBe(outcome);
  });

  it("of a Status in a request is that of the client's report", () => {
    const report = (parent: string, value: number): StatusOutcome | undefined =>
      findStatus({ command: "Provision", parent, direction: "request" }, value)?.outcome;
    expect([1, 2, 3, 4].map((value) => report("Provision:Policy", value))).toEqual([
      "success",
      "neutral",
      "failure",
      "neutral",
    ]);
    expect([1, 2].map((value) => report("Provision:RemoteWipe", value))).toEqual(["success", "failure"]);
    expect([1, 2].map((value) => report("Provision:AccountOnlyRemoteWipe", value))).toEqual([
      "success",
      "failure",
    ]);
  });
});

describe("a Status that blames the request", () => {
  it("is always a failure", () => {
    const blaming = rows.filter(({ entry }) => entry.blamesRequest);
    expect(blaming.length).toBeGreaterThan(100);
    expect(blaming.filter(({ entry }) => entry.outcome !== "failure")).toEqual([]);
  });

  it.each([
    ["Sync", undefined, [4, 6, 13, 14, 15]],
    ["Ping", undefined, [3, 4, 5, 6]],
    ["ItemOperations", undefined, [2, 4, 8, 9, 11, 15, 155]],
    ["Search", "Search:Store", [2, 4, 8]],
    ["FolderCreate", undefined, [10]],
    ["MoveItems", undefined, [4, 5, 103]],
    ["GetItemEstimate", undefined, [2, 4, 103]],
    ["Settings", "Settings:Settings", [2, 5, 6]],
    ["Provision", "Provision:Policy", [3]],
  ] as const)("of %s in %s: %j", (command, element, values) => {
    const own = rows.filter((row) => row.command === command && row.entry.element === element);
    const blaming = own.filter(({ entry }) => entry.blamesRequest).map(({ entry }) => entry.value);
    expect(blaming).toEqual(expect.arrayContaining([...values]));
    expect(blaming.filter((value) => value <= 100)).toEqual(values.filter((value) => value <= 100));
  });
});
