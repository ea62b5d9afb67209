import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type PhoneRecipient,
  parsePhoneRecipients,
  readPhoneRecipients,
  writePhoneRecipients,
} from "./phoneRecipients";

const people = (text: string): PhoneRecipient[] =>
  parsePhoneRecipients(text).recipients.map(({ name, number }) => ({ name, number }));
const listCodes = (text: string): string[] => parsePhoneRecipients(text).problems.map(({ code }) => code);

describe("parsePhoneRecipients", () => {
  it.each([
    ['"+14255550123" [MOBILE:+14255550123]', [{ name: "+14255550123", number: "+14255550123" }]],
    ['"Sender\'s Name" [MOBILE: 555-0123]', [{ name: "Sender's Name", number: "555-0123" }]],
    ["[MOBILE:14255550143]", [{ name: undefined, number: "14255550143" }]],
    ['"" [MOBILE:1]', [{ name: "", number: "1" }]],
    [
      '"A"[MOBILE:1],"B" [MOBILE:2] , [MOBILE:3]',
      [
        { name: "A", number: "1" },
        { name: "B", number: "2" },
        { name: undefined, number: "3" },
      ],
    ],
    [
      '"Gray, Chris" [MOBILE:1], "Kotas; [Jan]" [MOBILE:2]',
      [
        { name: "Gray, Chris", number: "1" },
        { name: "Kotas; [Jan]", number: "2" },
      ],
    ],
    ['"a \\"b\\" c\\\\d\\e" [MOBILE:1]', [{ name: 'a "b" c\\d\\e', number: "1" }]],
  ])("reads %s without problems", (text, expected) => {
    expect(people(text)).toEqual(expected);
    expect(listCodes(text)).toEqual([]);
  });

  it.each([
    ["", [], ["phone-empty"], [0, 0]],
    ["  ", [], ["phone-empty"], [0, 2]],
    ['"A" [MOBILE:1],', [{ name: "A", number: "1" }], ["phone-entry-empty"], [15, 15]],
    [",[MOBILE:1]", [{ name: undefined, number: "1" }], ["phone-entry-empty"], [0, 1]],
    [
      "[MOBILE:1];[MOBILE:2]",
      [
        { name: undefined, number: "1" },
        { name: undefined, number: "2" },
      ],
      ["phone-separator"],
      [10, 11],
    ],
    [
      "[MOBILE:1] [MOBILE:2]",
      [
        { name: undefined, number: "1" },
        { name: undefined, number: "2" },
      ],
      ["phone-separator"],
      [11, 11],
    ],
    [
      "[MOBILE:1] x,[MOBILE:2]",
      [
        { name: undefined, number: "1" },
        { name: undefined, number: "2" },
      ],
      ["phone-after-entry"],
      [11, 12],
    ],
    ["Chris [MOBILE:1]", [{ name: "Chris", number: "1" }], ["phone-name-unquoted"], [0, 5]],
    ['"Chris [MOBILE:1]', [{ name: "Chris", number: "1" }], ["phone-name-unclosed"], [0, 1]],
    ["[mobile:1]", [{ name: undefined, number: "1" }], ["phone-keyword"], [0, 8]],
    ["[HOME:1]", [{ name: undefined, number: "1" }], ["phone-keyword"], [0, 8]],
    ["[1]", [{ name: undefined, number: "1" }], ["phone-keyword"], [0, 3]],
    ["[MOBILE:1", [{ name: undefined, number: "1" }], ["phone-bracket-unclosed"], [0, 1]],
    [
      '[MOBILE:1, "B" [MOBILE:2]',
      [
        { name: undefined, number: "1" },
        { name: "B", number: "2" },
      ],
      ["phone-bracket-unclosed"],
      [0, 1],
    ],
    ['"A" [MOBILE:]', [{ name: "A", number: "" }], ["phone-number-missing"], [12, 12]],
    ['"A" [MOBILE:Vodafone]', [{ name: "A", number: "Vodafone" }], ["phone-number-unusual"], [12, 20]],
    ["+14255550123", [{ name: undefined, number: "+14255550123" }], ["phone-bracket-missing"], [0, 12]],
    ['"A" +1', [{ name: "A", number: "+1" }], ["phone-bracket-missing"], [4, 6]],
    [
      '"A" <a@b.c>',
      [{ name: "A", number: "<a@b.c>" }],
      ["phone-bracket-missing", "phone-number-unusual"],
      [4, 11],
    ],
  ])("reads %j as %j and says %j at %j", (text, expected, problems, [from, to]) => {
    expect(people(text)).toEqual(expected);
    expect(listCodes(text)).toEqual(problems);
    expect(parsePhoneRecipients(text).problems[0]?.text).toEqual({ from, to });
  });

  it("points at the parts of each entry", () => {
    const text = ' "Gray, Chris" [MOBILE: +1 425] , [MOBILE:2]';
    const [first, second] = parsePhoneRecipients(text).recipients;
    expect(text.slice(first?.text.from, first?.text.to)).toBe('"Gray, Chris" [MOBILE: +1 425]');
    expect(text.slice(first?.nameText?.from, first?.nameText?.to)).toBe('"Gray, Chris"');
    expect(text.slice(first?.numberText.from, first?.numberText.to)).toBe("+1 425");
    expect(second?.nameText).toBeUndefined();
    expect(text.slice(second?.text.from, second?.text.to)).toBe("[MOBILE:2]");
  });
});

const names = fc.oneof(
  fc.constant(undefined),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('"', "\\", ",", "[", "]", " ", "a") }),
);

describe("writePhoneRecipients", () => {
  it("writes text that is read as the same recipients, without problems", () => {
    const number = fc.stringMatching(/^\+?[0-9][0-9 ()-]{0,8}[0-9]$/);
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: names, number }), { minLength: 1, maxLength: 5 }),
        (recipients) => {
          const text = writePhoneRecipients(recipients) ?? "";
          expect(people(text)).toEqual(recipients);
          expect(listCodes(text)).toEqual([]);
        },
      ),
    );
  });

  it("preserves any number that it accepts", () => {
    fc.assert(
      fc.property(names, fc.string({ unit: "binary", maxLength: 12 }), (name, number) => {
        const text = writePhoneRecipients([{ name, number }]);
        if (text !== undefined) expect(people(text)).toEqual([{ name, number }]);
      }),
    );
  });

  it.each([
    [[]],
    [[{ name: "A", number: "" }]],
    [[{ name: "A", number: " 1" }]],
    [[{ name: "A", number: "1]" }]],
  ])("cannot write %j", (recipients) => {
    expect(writePhoneRecipients(recipients)).toBeUndefined();
  });

  it("writes the form of the specification", () => {
    expect(
      writePhoneRecipients([
        { name: "Chris Gray", number: "+1" },
        { name: undefined, number: "2" },
      ]),
    ).toBe('"Chris Gray" [MOBILE:+1],[MOBILE:2]');
  });
});

describe("readPhoneRecipients", () => {
  it("reports several senders", () => {
    const { problems } = readPhoneRecipients("[MOBILE:1],[MOBILE:2]", 1);
    expect(problems.map(({ code, text }) => [code, text])).toEqual([["phone-several", { from: 11, to: 21 }]]);
  });

  it("reads any text, with every place in it", () => {
    const awkward = fc.string({
      unit: fc.constantFrom('"', "[", "]", ",", ";", ":", "\\", " ", "MOBILE:", "[MOBILE:", "1", "a"),
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), awkward), (text) => {
        const { rows, problems } = readPhoneRecipients(text);
        for (const { text: place } of [...rows, ...problems]) {
          expect(place?.from).toBeLessThanOrEqual(place?.to ?? -1);
          expect(place?.to).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
