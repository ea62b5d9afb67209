import { describe, expect, it } from "vitest";
import { parseContentLines } from "./eas/values/contentLines";
import { parseMailboxes } from "./eas/values/mailAddresses";
import { lint, readInput } from "./index";

const LENGTH = 12_000_000;

/** A group with alternatives, repeated, remembers each repetition: after some millions the engine throws. */
describe("a very long run", () => {
  it.each([
    ["blank lines after a head", `HTTP/1.1 200 OK\r\n\r\n${"\n".repeat(LENGTH)}x`],
    ["quote marks", `${">".repeat(LENGTH)}\n> 03 01`],
    ["joined numbers", `0000000 03 01\n${"-a".repeat(LENGTH / 2)}`],
    ["a line of TbSync", `WBXML: Sending data\nSending data${"a".repeat(LENGTH)}`],
  ])("is read: %s", async (_, text) => {
    expect((await readInput(text)).summary).not.toBe("");
  });

  it("is a value of base64", () => {
    const data = `<Data xmlns="ItemOperations">${"A".repeat(LENGTH)}</Data>`;
    const xml = `<Attachment xmlns="AirSyncBase">${data}</Attachment>`;
    expect(lint([{ xml }]).length).toBeGreaterThan(0);
  });

  it("is a name or an address", () => {
    const { mailboxes } = parseMailboxes(`"${"a".repeat(LENGTH)}" <a@b>`);
    expect(mailboxes.map(({ name, address }) => [name.length, address])).toEqual([[LENGTH, "a@b"]]);
    const long = parseMailboxes(`${"a".repeat(LENGTH)}@b`);
    expect(long.problems.map(({ code }) => code)).toEqual(["mail-address-invalid"]);
  });

  it("is a line of a card", () => {
    expect(parseContentLines(`A${";a=b".repeat(LENGTH / 4)}:c`).problems).toEqual([]);
    expect(parseContentLines(`A;b=${'""'.repeat(LENGTH)}:c`).problems).toEqual([]);
    expect(parseContentLines(`A:${"\n c".repeat(LENGTH)}`).lines).toHaveLength(1);
  });

  it("is components of a card that are not closed", () => {
    expect(parseContentLines("BEGIN:A\n".repeat(LENGTH / 40)).problems).toHaveLength(LENGTH / 40);
  });
});
