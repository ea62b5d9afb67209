import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMailboxes, readDisplayNames, readMailboxes } from "./mailAddresses";

const listMailboxes = (text: string): string[][] =>
  parseMailboxes(text).mailboxes.map(({ name, address }) => [name, address]);
const listCodes = (text: string, separator: "," | ";" = ","): string[] =>
  parseMailboxes(text, separator).problems.map(({ code }) => code);

describe("parseMailboxes", () => {
  it.each([
    ['"Chris Gray" <chris@contoso.com>', [["Chris Gray", "chris@contoso.com"]]],
    ["jan@contoso.com", [["", "jan@contoso.com"]]],
    [
      "Jan Kotas <jan@contoso.com>, <x@y>",
      [
        ["Jan Kotas", "jan@contoso.com"],
        ["", "x@y"],
      ],
    ],
    [
      '"Gray, Chris; \\"CG\\"" <chris@contoso.com>,a@b',
      [
        ['Gray, Chris; "CG"', "chris@contoso.com"],
        ["", "a@b"],
      ],
    ],
    ["jan@contoso.com (Jan, Kotas)", [["Jan, Kotas", "jan@contoso.com"]]],
    ['"quoted local"@b.c', [["", '"quoted local"@b.c']]],
    [
      "jörg@müller.example, a@[192.0.2.1]",
      [
        ["", "jörg@müller.example"],
        ["", "a@[192.0.2.1]"],
      ],
    ],
    ["Undisclosed recipients:;", []],
    [
      "Friends: a@b, C <c@d>;, e@f",
      [
        ["", "a@b"],
        ["C", "c@d"],
        ["", "e@f"],
      ],
    ],
  ])("reads %s", (text, expected) => {
    expect(listMailboxes(text)).toEqual(expected);
  });

  it.each([
    ["", ",", ["mail-empty"], [0, 0]],
    ["a@b,", ",", ["mail-entry-empty"], [4, 4]],
    ["a@b,,c@d", ",", ["mail-entry-empty"], [4, 5]],
    ["a@b;c@d", ",", ["mail-separator"], [3, 4]],
    ["a@b;c@d", ";", [], undefined],
    ["a@b,c@d", ";", ["mail-separator"], [3, 4]],
    ['"A <a@b>', ",", ["mail-unclosed", "mail-address-invalid"], [0, 1]],
    ["A <a@b", ",", ["mail-unclosed"], [2, 3]],
    ["Chris", ",", ["mail-address-invalid"], [0, 5]],
    ["A </O=EX/CN=A>", ",", ["mail-address-invalid"], [3, 13]],
    ['"A" [MOBILE:1]', ",", ["mail-address-invalid"], [0, 14]],
  ] as const)("%j, separated by %j, has the problems %j at %j", (text, separator, expected, place) => {
    expect(listCodes(text, separator)).toEqual(expected);
    const [from, to] = place ?? [];
    expect(parseMailboxes(text, separator).problems[0]?.text).toEqual(place && { from, to });
  });

  it("gives the group of each", () => {
    expect(parseMailboxes("Friends: a@b, c@d;").mailboxes.map(({ group }) => group)).toEqual([
      "Friends",
      "Friends",
    ]);
  });

  it("points at each entry and each address", () => {
    const text = ' "A, B" < a@b > , c@d';
    const [first, second] = parseMailboxes(text).mailboxes;
    expect(text.slice(first?.text.from, first?.text.to)).toBe('"A, B" < a@b >');
    expect(text.slice(first?.addressText.from, first?.addressText.to)).toBe("a@b");
    expect(second?.text).toEqual({ from: 18, to: 21 });
  });

  it("reads any text, with every place in it", () => {
    const awkward = fc.string({
      unit: fc.constantFrom('"', "<", ">", "(", ")", ",", ";", ":", "\\", " ", "@", "a"),
    });
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), awkward),
        fc.constantFrom(",", ";"),
        (text, separator) => {
          const { rows, problems } = readMailboxes(text, separator);
          for (const { text: place } of [...rows, ...problems]) {
            expect(place?.from).toBeLessThanOrEqual(place?.to ?? -1);
            expect(place?.to).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });
});

describe("readMailboxes", () => {
  it("reports more addresses than the element allows", () => {
    expect(readMailboxes("a@b,c@d", ",", 1).problems.map(({ code, text }) => [code, text])).toEqual([
      ["mail-several", { from: 4, to: 7 }],
    ]);
  });
});

describe("readDisplayNames", () => {
  it("takes names apart at semicolons", () => {
    const { rows } = readDisplayNames("John Doe; Jane ;");
    expect(rows.map(({ value, text }) => [value, text])).toEqual([
      ["John Doe", { from: 0, to: 8 }],
      ["Jane", { from: 10, to: 14 }],
    ]);
  });
});
