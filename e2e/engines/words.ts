import { expect } from "vitest";
import type { EnginePage } from "./engine";
import { click, expectSeen } from "./look";

/**
 * A Sync request made by hand from MS-ASWBXML: one collection, SyncKey 7, CollectionId 15, class SMS in its
 * options.
 */
export const syncRequest =
  "03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 57 50 03 53 4D 53 00 01 58 03 30 00 01 01 01 01 01";

/** The name of an element in the tree, which is part of its row. */
export const nameInTree = (name: string): readonly [css: string, name: RegExp] => [
  ".tree-name",
  new RegExp(`^${name}$`),
];

/** Opens the page and waits until it can be used. */
export async function start(page: EnginePage, address: string): Promise<void> {
  await page.goto(address);
  await expectSeen(page, "h1, h2", /^Paste a payload$/);
}

/** Pastes a text with the keys, through the browser's own clipboard. */
export async function paste(page: EnginePage, text: string): Promise<void> {
  await page.evaluate((content) => {
    const field = document.createElement("textarea");
    field.id = "to-copy";
    field.value = content;
    document.body.append(field);
    field.select();
  }, text);
  await page.press("Control+c");
  await page.evaluate(() => document.querySelector("#to-copy")?.remove(), undefined);
  await page.press("Control+v");
}

/** Waits until the row of an element in the tree shows a value. */
export async function expectValue(page: EnginePage, name: string, value: string): Promise<void> {
  await expectSeen(page, ...nameInTree(name));
  await expect.poll(() => readValue(page, name)).toBe(value);
}

/** The value in the row of an element in the tree; empty if it has none. */
function readValue(page: EnginePage, wanted: string): Promise<string> {
  return page.evaluate((name) => {
    const found = [...document.querySelectorAll(".tree-name")].find(
      ({ textContent }) => textContent === name,
    );
    return found?.closest(".tree-row")?.querySelector(".tree-value")?.textContent ?? "";
  }, wanted);
}

/** Opens the Sync request and waits for all panes, as most journeys begin. */
export async function openSync(page: EnginePage, address: string): Promise<void> {
  await start(page, address);
  await paste(page, syncRequest);
  await expectValue(page, "SyncKey", "7");
  await expectSeen(page, ".monaco-editor .view-line", /<SyncKey>/);
  await expectSeen(page, ".problem.is-info .problem-main", /type is unknown/);
}

/** Waits until the page announces something to those who can't see it. */
export async function expectTold(page: EnginePage, text: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(
        () => [...document.querySelectorAll("[role=status]")].map(({ textContent }) => textContent),
        undefined,
      ),
    )
    .toContainEqual(expect.stringContaining(text));
}

/** Copies the payload in a form of "Copy as", and returns what the clipboard then holds. */
export async function copyAs(page: EnginePage, form: string): Promise<string> {
  await click(page, "button", /^Export$/);
  await click(page, "[role=menuitem]", form === "XML" ? /^XML or JSON/ : /^Hex, xxd or base64/);
  await click(
    page,
    "[role=menu][aria-label^='Hex'] [role=menuitem], [role=menu][aria-label^='XML'] [role=menuitem]",
    new RegExp(`^${form}$`),
  );
  await expectTold(page, ` as ${form}`);
  return readClipboard(page);
}

/** What the browser's clipboard holds: pasted into a field with the keys, as a user would look. */
export async function readClipboard(page: EnginePage): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement("textarea");
    field.id = "pasted";
    document.body.append(field);
    field.focus();
  }, undefined);
  await page.press("Control+v");
  const readField = (): Promise<string> =>
    page.evaluate(() => document.querySelector<HTMLTextAreaElement>("#pasted")?.value ?? "", undefined);
  await expect.poll(readField).not.toBe("");
  const text = await readField();
  await page.evaluate(() => document.querySelector("#pasted")?.remove(), undefined);
  return text;
}

/**
 * Drops a file on the page, by an event of the page's own making: no driver can drag a file into a browser.
 */
export function dropFile(page: EnginePage, name: string, bytes: readonly number[]): Promise<void> {
  return page.evaluate(
    ([fileName, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(content)], fileName));
      document
        .querySelector("main")
        ?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, bytes] as const,
  );
}

/** The bytes of hex text with spaces between them. */
export const readHex = (text: string): readonly number[] =>
  text.split(" ").map((byte) => Number.parseInt(byte, 16));
