import { describe, expect, it } from "vitest";
import { hasShared, needsShared, readSharedText } from "../../testing/shared";
import { type ElementEntry, elements } from "../catalogue";
import type { ElementValue, Place } from "../elements/element";
import { pageElements } from "../elements/pages";
import { findStatus, isCommandStatus, listOwnStatuses, listStatuses } from "./statuses";

const statusElements = elements().filter(isCommandStatus);
const statusPlaces = statusElements.flatMap((element) => element.places.map((place) => ({ element, place })));

const named = ({ command, direction, parent }: Place): string => `${command} ${direction} in ${parent}`;

/** The values that the catalogue gives an element at a place, from every list that applies there. */
function catalogueValues({ meanings, values = [] }: ElementEntry, place: Place): readonly ElementValue[] {
  const here = meanings.filter(
    ({ parent, command, direction }) =>
      (parent ?? place.parent) === place.parent &&
      (command ?? place.command) === place.command &&
      (direction ?? place.direction) === place.direction,
  );
  const own = here.flatMap((meaning) => meaning.values ?? []);
  return own.length > 0 ? own : values;
}

describe("the values of every Status", () => {
  it("are those of the table, each with one text", () => {
    expect(statusPlaces.length).toBeGreaterThan(45);
    for (const { element, place } of statusPlaces) {
      const shown = catalogueValues(element, place);
      const table = listOwnStatuses(place).map(({ value, name, meaning }) => [String(value), name, meaning]);
      expect(table.length, named(place)).toBeGreaterThan(1);
      expect(
        shown.map(({ value, name, meaning }) => [value, name, meaning]),
        named(place),
      ).toEqual(table);
      const possible = listStatuses(place).map(({ value }) => value);
      expect(new Set(possible).size, named(place)).toBe(possible.length);
    }
  });

  it("have no second text in the files of the elements", () => {
    const copies = statusElements.flatMap(({ namespace, name }) => {
      const { values, meanings = [] } = pageElements[namespace]?.[name] ?? {};
      const lists = [values, ...meanings.map((meaning) => meaning.values)];
      return lists.some((list) => list !== undefined) ? [`${namespace}:${name}`] : [];
    });
    expect(copies).toEqual([]);
  });

  it("have versions where the tag has more", () => {
    const wrong = statusElements.flatMap(({ key, versions, values = [], meanings }) =>
      [...values, ...meanings.flatMap((meaning) => meaning.values ?? [])]
        .filter(
          ({ versions: own }) => own !== undefined && (own.length === 0 || own.length >= versions.length),
        )
        .map(({ value }) => `${key} ${value}`),
    );
    expect(wrong).toEqual([]);
  });

  it("leave the state of a flag to its element", () => {
    const flag = elements().find(({ key }) => key === "Email:Status");
    expect(flag?.values?.map(({ value, name }) => [value, name])).toEqual([
      ["0", undefined],
      ["1", undefined],
      ["2", undefined],
    ]);
  });
});

/** The values that the documents list for a Status: in the parents that the statement names, or in any. */
interface List {
  readonly commands: readonly string[];
  readonly parents: readonly string[];
  readonly direction: Place["direction"] | undefined;
  readonly values: readonly string[];
}

/** The sections with lists of values, the commands they are for, and the parent where no statement names it. */
const SECTIONS: readonly (readonly [document: string, section: string, commands: string, parent?: string])[] =
  [
    ["MS-ASCMD", "2.2.3.177.2", "Find"],
    ["MS-ASCMD", "2.2.3.177.3", "FolderCreate"],
    ["MS-ASCMD", "2.2.3.177.4", "FolderDelete"],
    ["MS-ASCMD", "2.2.3.177.5", "FolderSync"],
    ["MS-ASCMD", "2.2.3.177.6", "FolderUpdate"],
    ["MS-ASCMD", "2.2.3.177.7", "GetItemEstimate"],
    ["MS-ASCMD", "2.2.3.177.8", "ItemOperations"],
    ["MS-ASCMD", "2.2.3.177.9", "MeetingResponse"],
    ["MS-ASCMD", "2.2.3.177.10", "MoveItems"],
    ["MS-ASCMD", "2.2.3.177.11", "Ping"],
    ["MS-ASCMD", "2.2.3.177.12", "ResolveRecipients"],
    ["MS-ASCMD", "2.2.3.177.13", "Search Find"],
    ["MS-ASCMD", "2.2.3.177.15", "Settings Provision"],
    ["MS-ASCMD", "2.2.3.177.17", "Sync"],
    ["MS-ASCON", "2.2.2.10", "ItemOperations", "Move"],
    ["MS-ASAIRS", "2.2.2.37", "Sync ItemOperations Search", "BodyPart"],
    ["MS-ASPROV", "2.2.2.54.1", "Provision"],
    ["MS-ASPROV", "2.2.2.54.2", "Provision"],
    ["MS-ASPROV", "2.2.2.54.3", "Provision"],
  ];

/** The elements that a statement names as parents of the Status. */
function parentsIn(statement: string): readonly string[] {
  const child = /child(?: element)? of (?:the )?(?:gal:)?(\w+)(?: or (\w+))? element/.exec(statement);
  const either = /When the parent is (\w+) element(?:, (\w+) element)?/.exec(statement);
  const operations = /Status in a Settings command (.+)/.exec(statement)?.[1] ?? "";
  const properties = Array.from(operations.matchAll(/(\w+) (?:Get|Set)/g), (match) => match[1] ?? "");
  return [...(child?.slice(1) ?? []), ...(either?.slice(1) ?? []), ...properties].filter(Boolean);
}

/** The values that a statement lists, or the one that it is about. */
function valuesIn(statement: string): readonly string[] {
  const list = /(?:values|codes)(?: for Status)? ?\[([\d, ]+)\]/.exec(statement)?.[1];
  const one = /the meaning of the status ?value\]? (\d+)/.exec(statement)?.[1];
  return (list ?? one ?? "")
    .split(",")
    .map((value) => value.trim())
    .filter(Boolean);
}

function directionIn(statement: string): List["direction"] {
  if (/child of the (?:RemoteWipe|Policy element in the request)/.test(statement)) return "request";
  return statement.includes("response from the server") ? "response" : undefined;
}

function listsOf([document, section, commands, parent]: (typeof SECTIONS)[number]): readonly List[] {
  const statements = readSharedText(`spec/requirements/${document}.tsv`)
    .split("\n")
    .map((line) => line.split("\t"))
    .filter((cells) => cells[1] === section)
    .map((cells) => cells[2] ?? "")
    // copied from Search, and corrected by the rows below it
    .filter((statement) => section !== "2.2.3.177.2" || !statement.includes("child of the Store element"));
  return statements.flatMap((statement) => {
    const parents = parentsIn(statement);
    const values = valuesIn(statement);
    const isList = statement.includes("[") && /following table|When the parent is/.test(statement);
    if (values.length === 0 || !isList) return [];
    return [
      {
        commands: commands.split(" "),
        parents: parents.length > 0 || parent === undefined ? parents : [parent],
        direction: directionIn(statement),
        values,
      },
    ];
  });
}

/** The lists for a place: those that name its parent, or else those that name none. */
function listsAt(lists: readonly List[], { command, direction, parent = "" }: Place): readonly List[] {
  const here = lists.filter(
    (list) => list.commands.includes(command) && (list.direction ?? direction) === direction,
  );
  const own = here.filter(({ parents }) => parents.includes(parent.split(":")[1] ?? ""));
  return own.length > 0 ? own : here.filter(({ parents }) => parents.length === 0);
}

describe.skipIf(!hasShared)(`the values of every Status beside the documents${needsShared}`, () => {
  it("include every value that a document lists for the place", () => {
    const lists = SECTIONS.flatMap(listsOf);
    const unlisted = statusPlaces.filter(({ place }) => listsAt(lists, place).length === 0);
    // the documents describe the values of ValidateCert one by one, and give the others the common ones
    expect(unlisted.map(({ place }) => named(place))).toEqual([
      "ValidateCert response in ValidateCert:ValidateCert",
      "ValidateCert response in ValidateCert:Certificate",
      "SendMail response in ComposeMail:SendMail",
      "SmartForward response in ComposeMail:SmartForward",
      "SmartReply response in ComposeMail:SmartReply",
    ]);
    for (const { place } of statusPlaces) {
      const values = listsAt(lists, place).flatMap((list) => list.values);
      expect(
        values.filter((value) => findStatus(place, value) === undefined),
        named(place),
      ).toEqual([]);
    }
  });

  it("include every value of a certificate and of the whole ValidateCert", () => {
    const statements = readSharedText("spec/requirements/MS-ASCMD.tsv").split("\n");
    const scoped = statements.flatMap((line) => {
      const match =
        /\t2\.2\.3\.177\.18\t.*scope is\] (Global|Item), \[the meaning of the status value\] (\d+)/.exec(
          line,
        );
      return match === null ? [] : [{ isGlobal: match[1] === "Global", value: match[2] ?? "" }];
    });
    expect(scoped).toHaveLength(17);
    const unknown = scoped.filter(({ isGlobal, value }) => {
      const parent = isGlobal ? "ValidateCert:ValidateCert" : "ValidateCert:Certificate";
      return findStatus({ command: "ValidateCert", parent }, value) === undefined;
    });
    expect(unknown).toEqual([]);
  });
});
