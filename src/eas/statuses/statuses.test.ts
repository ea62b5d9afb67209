import { describe, expect, it } from "vitest";
import { hasShared, needsShared, readSharedText } from "../../testing/shared";
import { codePageTables } from "../codePageTables";
import { commands } from "../commands";
import { protocolVersions } from "../versions";
import { common } from "./common";
import { findStatus, listStatuses, type StatusEntry, statuses } from "./statuses";

const withStatus = [
  "Autodiscover",
  ...commands.filter((command) => command.until === undefined).map((command) => command.name),
];

const own = (command: string): readonly StatusEntry[] =>
  statuses(command).filter((entry) => !common.includes(entry));

const everyEntry = withStatus
  .flatMap((command) => own(command).map((entry) => ({ command, entry })))
  .concat(common.map((entry) => ({ command: "", entry })));

const key = (entry: StatusEntry): string =>
  `${entry.direction ?? "response"} ${entry.element ?? "any parent"} ${entry.value}`;

describe("statuses", () => {
  it.each(withStatus)(
    "%s: own entries come first, then the common ones; none twice for a parent and direction",
    (command) => {
      const entries = statuses(command);
      const firstCommon = entries.findIndex((entry) => common.includes(entry));
      expect(entries.slice(firstCommon).every((entry) => common.includes(entry))).toBe(true);
      expect(new Set(entries.map(key)).size).toBe(entries.length);
      const values = new Set(entries.map((entry) => entry.value));
      expect(common.filter((entry) => !values.has(entry.value))).toEqual([]);
    },
  );

  it("knows each command that has a body with a Status, whatever the case of its name", () => {
    for (const command of withStatus)
      expect(statuses(command.toUpperCase()), command).toBe(statuses(command));
    expect(withStatus.filter((command) => own(command).length === 0)).toEqual([]);
  });

  it("has none for commands that were dropped with 14.0, and the common ones for unknown commands", () => {
    expect(statuses("GetAttachment")).toEqual([]);
    expect(statuses("Sing")).toBe(common);
  });

  it("gives every entry a name, texts, and parents and versions that exist", () => {
    const elements = new Set(
      codePageTables.flatMap((page) => page.tags.map(([, name]) => `${page.namespace}:${name}`)),
    );
    for (const { command, entry } of everyEntry) {
      const at = `${command} ${key(entry)}`;
      expect(entry.name, at).toMatch(/^(?:[A-Z]+_|BodyPart_)?[A-Z][A-Za-z0-9]*$/);
      for (const text of [entry.meaning, entry.cause, entry.resolution])
        expect(text, at).toMatch(/^[A-Z].{8,}\.$/s);
      if (entry.element !== undefined) expect(elements.has(entry.element), at).toBe(true);
      expect(
        (entry.versions ?? []).every((version) => protocolVersions.includes(version)),
        at,
      ).toBe(true);
    }
  });

  it("says different things of one number in different commands", () => {
    const texts = ["Sync", "Ping", "FolderCreate", "ItemOperations", "MeetingResponse"].map(
      (command) => findStatus({ command }, 3)?.meaning,
    );
    expect(new Set(texts).size).toBe(texts.length);
    expect(findStatus({ command: "MoveItems" }, 3)?.name).toBe("Success");
    expect(findStatus({ command: "MoveItems" }, 1)?.name).not.toBe("Success");
  });
});

describe("listStatuses", () => {
  it("is ordered by number, a command's own values among the common ones", () => {
    for (const command of ["SendMail", "SmartForward", "SmartReply", "Sync", "MoveItems"]) {
      const values = listStatuses({ command }).map(({ value }) => value);
      expect(values).toEqual([...new Set(values)].sort((one, other) => one - other));
      expect(values).toContain(166);
    }
  });
});

describe("findStatus", () => {
  it.each([
    ["Sync", 3, undefined, "InvalidSyncKey"],
    ["Sync", 1, "AirSync:Collection", "Success"],
    ["Sync", 176, "AirSyncBase:BodyPart", "MessagePartTooLarge"],
    ["Sync", 176, "AirSync:Collection", "BodyPart_ConversationTooLarge"],
    ["ResolveRecipients", 8, "ResolveRecipients:Certificates", "CertificateLimitReached"],
    ["ResolveRecipients", 160, "ResolveRecipients:Availability", "TooManyRecipients"],
    ["ResolveRecipients", 160, "ResolveRecipients:Response", "AvailabilityTooManyRecipients"],
    ["Settings", 7, "Settings:DevicePassword", "DeniedByPolicy"],
    ["Provision", 3, "Provision:Policy", "UnknownPolicyType"],
    ["Provision", 3, "Provision:Provision", "ServerError"],
    ["Provision", 141, "Provision:Provision", "LegacyDeviceOnStrictPolicy"],
    ["ItemOperations", 156, "ItemOperations:Move", "ActionNotSupported"],
    ["SmartReply", 142, "ComposeMail:SmartReply", "DeviceNotProvisioned"],
    ["Search", 12, undefined, "EndOfRange"],
    ["ValidateCert", 2, "ValidateCert:ValidateCert", "ProtocolError"],
    ["ValidateCert", 17, "ValidateCert:Certificate", "ServerError"],
  ] as const)("%s %i in %s is %s", (command, value, parent, name) => {
    expect(findStatus({ command, parent }, value)?.name).toBe(name);
  });

  it("keeps what the client reports apart from what the server answers", () => {
    const policy = { command: "Provision", parent: "Provision:Policy" };
    expect(findStatus({ ...policy, direction: "request" }, 3)?.name).toBe("NotApplied");
    expect(findStatus({ ...policy, direction: "request" }, 5)).toBeUndefined();
    expect(findStatus(policy, 3)?.name).toBe("UnknownPolicyType");
    const wipe = { command: "Provision", parent: "Provision:RemoteWipe" };
    expect(findStatus({ ...wipe, direction: "request" }, 2)?.name).toBe("WipeFailed");
    expect(findStatus(wipe, 2)?.name).toBe("WipeFailed");
    expect(findStatus(wipe, 3)).toBeUndefined();
    expect(findStatus(wipe, 142)).toBeUndefined();
  });

  it("does not lend a meaning from another parent", () => {
    expect(
      findStatus({ command: "ResolveRecipients", parent: "ResolveRecipients:Response" }, 7),
    ).toBeUndefined();
    expect(findStatus({ command: "Sync", parent: "AirSyncBase:BodyPart" }, 3)).toBeUndefined();
    expect(findStatus({ command: "Sync" }, 2)).toBeUndefined();
  });

  it("leaves out what a version does not have, and takes the text of an element", () => {
    expect(findStatus({ command: "Sync", version: "12.1" }, 142)).toBeUndefined();
    expect(findStatus({ command: "Sync", version: "14.0" }, " 142 ")?.value).toBe(142);
    expect(findStatus({ command: "Sync" }, "")).toBeUndefined();
  });
});

/** The requirement rows of a document: section and statement. */
const rowsOf = (document: string): readonly { readonly section: string; readonly statement: string }[] =>
  readSharedText(`spec/requirements/${document}.tsv`)
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"))
    .filter((cells) => cells.length > 2)
    .map((cells) => ({ section: cells[1] ?? "", statement: cells[2] ?? "" }));

const DOCUMENTS = "AIRS CAL CMD CNTC CON DOC DTYPE EMAIL HTTP NOTE PROV RM TASK WBXML"
  .split(" ")
  .map((name) => `MS-AS${name}`);

/** The sections that are tables of statuses, and the commands they speak of. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  "MS-ASCMD 2.2.3.177.1": ["Autodiscover"],
  "MS-ASCMD 2.2.3.177.2": ["Find"],
  "MS-ASCMD 2.2.3.177.3": ["FolderCreate"],
  "MS-ASCMD 2.2.3.177.4": ["FolderDelete"],
  "MS-ASCMD 2.2.3.177.5": ["FolderSync"],
  "MS-ASCMD 2.2.3.177.6": ["FolderUpdate"],
  "MS-ASCMD 2.2.3.177.7": ["GetItemEstimate"],
  "MS-ASCMD 2.2.3.177.8": ["ItemOperations"],
  "MS-ASCMD 2.2.3.177.9": ["MeetingResponse"],
  "MS-ASCMD 2.2.3.177.10": ["MoveItems"],
  "MS-ASCMD 2.2.3.177.11": ["Ping"],
  "MS-ASCMD 2.2.3.177.12": ["ResolveRecipients"],
  "MS-ASCMD 2.2.3.177.13": ["Search"],
  "MS-ASCMD 2.2.3.177.15": ["Settings"],
  "MS-ASCMD 2.2.3.177.16": ["SmartForward", "SmartReply"],
  "MS-ASCMD 2.2.3.177.17": ["Sync"],
  "MS-ASCMD 2.2.3.177.18": ["ValidateCert"],
  "MS-ASCMD 2.2.2": withStatus,
  "MS-ASPROV 2.2.2.54.1": ["Provision"],
  "MS-ASPROV 2.2.2.54.2": ["Provision"],
  "MS-ASPROV 2.2.2.54.3": ["Provision"],
  "MS-ASPROV 3.1.5.2": ["Provision"],
  "MS-ASCON 2.2.2.10": ["ItemOperations"],
  "MS-ASRM 3.2.5.1": ["SmartForward", "SmartReply"],
  "MS-ASAIRS 2.2.2.37": ["Sync", "ItemOperations", "Search"],
};

const NUMBERED =
  /status ?value\]? (?:of )?(\d+)|status value (\d+) is|Value (\d+) means|The value\] (\d+)|A value of (\d+)|value of the element \w+(?: \w+)? is (\d+)|value of (\d+)|values? \[([\d, ]+)\]|codes? \[([\d, ]+)\]|status of (\d+)/gi;

/** The Status values a statement of a status table speaks of. */
function valuesIn(statement: string): readonly number[] {
  const found = [...statement.matchAll(NUMBERED)].map(
    (match) => match.slice(1).find((group) => group !== undefined) ?? "",
  );
  return found.flatMap((text) => text.split(",")).map((text) => Number(text.trim()));
}

describe.skipIf(!hasShared)(`statuses against the requirements${needsShared}`, () => {
  it.each(Object.keys(TABLES))("%s: every value has an entry", (reference) => {
    const [document = "", section = ""] = reference.split(" ");
    const rows = rowsOf(document).filter((row) => row.section === section);
    const values = new Set(rows.flatMap((row) => valuesIn(row.statement)));
    expect(values.size).toBeGreaterThan(0);
    for (const command of TABLES[reference] ?? []) {
      const known = new Set(statuses(command).map((entry) => entry.value));
      expect(
        [...values].filter((value) => !known.has(value)),
        command,
      ).toEqual([]);
    }
  });

  it("has exactly the values that the tables list for a parent", () => {
    const listed = rowsOf("MS-ASCMD").flatMap(({ section, statement }) => {
      const command = TABLES[`MS-ASCMD ${section}`]?.[0];
      const match =
        /values \[([\d,]+)\] for the Status element (?:as (?:a|the) child|when it is returned as a child)(?: element)? of the (?:gal:)?(\w+)/.exec(
          statement,
        );
      return command === undefined || match === null || command === "Find"
        ? []
        : [{ command, parent: match[2] ?? "", values: match[1] ?? "" }];
    });
    expect(listed.length).toBeGreaterThan(8);
    for (const { command, parent, values } of listed) {
      const mine = own(command).filter((entry) => entry.element?.endsWith(`:${parent}`));
      expect(mine.map((entry) => entry.value).join(","), `${command} ${parent}`).toBe(values);
    }
  });

  it("gives every common status the name, and the HTTP statuses, that the specification gives it", () => {
    const statements = rowsOf("MS-ASCMD").filter((row) => row.section === "2.2.2");
    const names = statements.flatMap(({ statement }) => {
      const match = /The value of the element ([\w ]+) is (\d+)/.exec(statement);
      return match === null
        ? []
        : [{ name: (match[1] ?? "").replace(" ", "").replace(/^ove/, "Move"), value: Number(match[2]) }];
    });
    expect(common.map(({ name, value }) => ({ name, value }))).toEqual(names);
    for (const { statement } of statements) {
      const value = Number(/instead of this status value\.? \[(\d+)\]/.exec(statement)?.[1]);
      const known = common.find((entry) => entry.value === value)?.http ?? [];
      const said = [...statement.matchAll(/HTTP (\d{3})/g)].map((match) => Number(match[1]));
      // One row of two about 138 says 500 where the other says 505; 505 is the HTTP status that speaks of
      // versions.
      if (value !== 138)
        expect(
          Number.isNaN(value) ? [] : said.filter((status) => !known.includes(status)),
          statement,
        ).toEqual([]);
    }
  });

  it("knows every value that other sections say a command answers with", () => {
    const commandNames = new RegExp(`\\b(${withStatus.join("|")})\\b`, "g");
    let seen = 0;
    for (const { section, statement } of DOCUMENTS.flatMap(rowsOf)) {
      const values = [
        ...statement.matchAll(/\bStatus (?:element )?(?:\([^)]*\)+ )?(?:element )?value of (\d+)\b/g),
      ].map((match) => Number(match[1]));
      const named = [...statement.matchAll(commandNames)].map((match) => match[1] ?? "");
      for (const value of named.length === 0 ? [] : values) {
        seen += 1;
        expect(
          named.some((command) => statuses(command).some((entry) => entry.value === value)),
          `${section} ${statement}`,
        ).toBe(true);
      }
    }
    expect(seen).toBeGreaterThan(40);
  });

  it("names sections that exist", () => {
    const sections = new Set(
      DOCUMENTS.flatMap((document) => rowsOf(document).map((row) => `${document} ${row.section}`)),
    );
    const unknown = everyEntry
      .map(({ entry }) => `${entry.spec.document} ${entry.spec.section}`)
      .filter((reference) => !sections.has(reference));
    expect(new Set(unknown)).toEqual(new Set());
  });

  it("is written in words of its own: no eight words in a row are those of a requirement", () => {
    const shingles = (text: string): readonly string[] => {
      const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
      return words.slice(7).map((_, index) => words.slice(index, index + 8).join(" "));
    };
    const theirs = new Set(
      DOCUMENTS.flatMap((document) => rowsOf(document).flatMap((row) => shingles(row.statement))),
    );
    const copied = everyEntry.flatMap(({ entry }) =>
      [entry.meaning, entry.cause, entry.resolution].flatMap((text) =>
        shingles(text).filter((shingle) => theirs.has(shingle)),
      ),
    );
    expect(copied).toEqual([]);
  });
});
