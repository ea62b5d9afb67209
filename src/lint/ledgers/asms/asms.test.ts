import { describe, expect, it } from "vitest";
import { hasShared, needsShared, readSharedBytes } from "../../../testing/shared";
import { rules } from "../../rules";
import { asms } from "./asms";

const { statements } = asms;

/** The sections of chapters 2 and 3 that make statements, and the footnotes of section 6. */
const SECTIONS = [
  "2.1 2.2 2.2.1 2.2.2 2.2.2.1 2.2.2.1.1 2.2.2.1.2 2.2.2.1.3 2.2.2.1.4 2.2.2.1.5 2.2.2.1.6 2.2.2.1.7 " +
    "2.2.2.1.8 2.2.2.1.9 2.2.2.1.10",
  "2.2.2.2 2.2.2.2.1 2.2.2.2.1.1 2.2.2.2.1.2 2.2.2.2.2 2.2.2.2.3",
  "3.1.4.1 3.1.4.1.1 3.1.4.1.1.1 3.1.4.1.1.2 3.1.4.1.2 3.1.4.1.3 3.1.4.2 3.1.4.3 3.1.5.1 3.2.5.1 " +
    "3.2.5.2 3.2.5.3",
].flatMap((line) => line.split(" "));

describe("statements of MS-ASMS", () => {
  it("are the basis of every SMS rule, and of every session rule that cites MS-ASMS", () => {
    const named = new Set(statements.flatMap((statement) => statement.rules));
    const ours = rules.filter(
      ({ id, spec }) => id.startsWith("sms/") || (id.startsWith("session/") && spec.document === "MS-ASMS"),
    );
    expect(ours.length).toBeGreaterThan(30);
    expect(ours.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
  });

  it("cite each rule in the rule's own section", () => {
    const homeless = rules.filter(({ id, spec }) => {
      const isOurs = spec.document === "MS-ASMS";
      return (
        isOurs &&
        !statements.some(({ section, rules: named }) => section === spec.section && named.includes(id))
      );
    });
    expect(homeless.map(({ id, spec }) => `${id} ${spec.section}`)).toEqual([]);
  });

  it("cover every section that makes a statement, and every footnote", () => {
    const covered = new Set(statements.map(({ section }) => section));
    expect(SECTIONS.filter((section) => !covered.has(section))).toEqual([]);
    for (let footnote = 1; footnote <= 7; footnote++)
      expect(statements.some(({ id }) => id === `ASMS-6.fn${footnote}-1`)).toBe(true);
  });

  it("are in the sections that rules refer to", () => {
    const sections = new Set(statements.map(({ section }) => section));
    const referred = rules.filter(({ spec }) => spec.document === "MS-ASMS").map(({ spec }) => spec.section);
    expect(referred.filter((section) => !sections.has(section))).toEqual([]);
  });
});

describe.skipIf(!hasShared)(`statements and the text of MS-ASMS${needsShared}`, () => {
  /** Headings as numbered in the scanned text, which is wrong in three places. */
  const MISNUMBERED: Readonly<Record<string, string>> = {
    "2.2.2.1.1 Class": "2.2.2.2.1.1",
    "2.2.2.1.2 Class": "2.2.2.2.1.2",
    "2.2.2.3 PhoneNumber": "2.2.2.2.3",
  };

  /** By section of chapters 2 and 3, the text from its heading to the next. */
  function sectionTexts(): ReadonlyMap<string, string> {
    const whole = new TextDecoder().decode(readSharedBytes("spec/MS-ASMS.txt"));
    const body = whole.slice(
      whole.lastIndexOf("\n2 Messages\n"),
      whole.lastIndexOf("\n4 Protocol Examples\n"),
    );
    const texts = new Map<string, string>();
    let section = "2";
    for (const line of body.split("\n")) {
      const heading = /^(\d+(?:\.\d+)*) ([A-Z]\S*)/.exec(line);
      if (heading !== null)
        section = MISNUMBERED[`${heading[1] ?? ""} ${heading[2] ?? ""}`] ?? heading[1] ?? section;
      else texts.set(section, `${texts.get(section) ?? ""}${line}\n`);
    }
    return texts;
  }

  it("omit no section that has text", () => {
    const covered = new Set(statements.map(({ section }) => section));
    const furniture =
      /\[MS-ASMS\] — v\d+[^\n]*|Exchange ActiveSync: Short Message Service \(SMS\) Protocol|Copyright © \d+ Microsoft Corporation\./g;
    const spoken = [...sectionTexts()]
      .filter(([, text]) => !/^(?:None\.)?$/.test(text.replace(furniture, "").trim()))
      .map(([section]) => section);
    expect(spoken.length).toBeGreaterThan(30);
    expect(spoken.filter((section) => !covered.has(section))).toEqual([]);
  });

  it.each(["must", "should"] as const)(
    "have at least as many statements of level %s as the section has such words",
    (level) => {
      for (const [section, text] of sectionTexts()) {
        const words = text.match(new RegExp(`\\b${level.toUpperCase()}\\b`, "g"))?.length ?? 0;
        const own = statements.filter(
          (statement) => statement.section === section && statement.level === level,
        ).length;
        expect({ section, isEnough: own >= words }).toEqual({ section, isEnough: true });
      }
    },
  );
});
