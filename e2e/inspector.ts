import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Locator, type Page } from "@playwright/test";

/**
 * A Sync request made by hand from MS-ASWBXML: one collection, SyncKey 7, CollectionId 15, class SMS in its
 * options.
 */
export const syncRequest =
  "03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 57 50 03 53 4D 53 00 01 58 03 30 00 01 01 01 01 01";

/** A Sync response in which the server adds one text message. */
export const sms =
  '<Sync xmlns="AirSync" xmlns:email="Email" xmlns:email2="Email2" ' +
  'xmlns:airsyncbase="AirSyncBase"><Collections><Collection><SyncKey>5</SyncKey>' +
  "<CollectionId>15</CollectionId><Status>1</Status>" +
  "<Commands><Add><Class>SMS</Class><ServerId>15:1</ServerId><ApplicationData>" +
  '<email:To>"Ann" [MOBILE:+14255550143], [MOBILE:+14255550177]</email:To><email:From>"Bob" ' +
  "[MOBILE:+14255550123]</email:From>" +
  "<email:DateReceived>2026-03-02T09:41:07.000Z</email:DateReceived>" +
  "<email:Importance>1</email:Importance><email:Read>0</email:Read>" +
  "<airsyncbase:Body><airsyncbase:Type>1</airsyncbase:Type>" +
  "<airsyncbase:EstimatedDataSize>5</airsyncbase:EstimatedDataSize>" +
  "<airsyncbase:Data>Late!</airsyncbase:Data></airsyncbase:Body>" +
  "<email:InternetCPID>65001</email:InternetCPID><email:Flag/>" +
  "<email2:ConversationId><?opaque " +
  "AAECAwQFBgcICQoLDA0ODw==?></email2:ConversationId><email2:ConversationIndex><?opaque " +
  "AQIDBAU=?></email2:ConversationIndex>" +
  "</ApplicationData></Add></Commands></Collection></Collections></Sync>";

/**
 * A Sync response of more than 4 MB: one small collection, followed by one item with a long body. Made by
 * hand from MS-ASWBXML.
 */
export function largePayload(): Uint8Array {
  const head = [
    0x03, 0x01, 0x6a, 0x00, 0x45, 0x5c, 0x4f, 0x4b, 0x03, 0x37, 0x00, 0x01, 0x52, 0x03, 0x31, 0x35, 0x00,
    0x01,
  ];
  const item = [0x56, 0x47, 0x4d, 0x03, 0x31, 0x00, 0x01, 0x5d, 0x00, 0x02, 0x54, 0x03];
  const body = new Uint8Array(4_500_000).fill(0x61);
  return Uint8Array.from([...head, ...item, ...body, 0x00, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01]);
}

/** One of the sample inputs from the tests of the formats. */
export function sample(name: string): Uint8Array {
  return new Uint8Array(
    readFileSync(fileURLToPath(new URL(`../src/formats/samples/${name}`, import.meta.url))),
  );
}

/** What the omnibox finds besides commands. */
const OTHER_SECTIONS = ["Paste", "Exchanges", "Documentation", "In what is open"];

/** Runs a menu command from the omnibox, using only the keyboard. */
export async function runMenuCommand(page: Page, words: string): Promise<void> {
  const omnibox = page.getByRole("button", { name: /^Search, run a command/ });
  await expect(omnibox).toBeVisible(); // the page listens to keys now
  await page.keyboard.press("Control+K");
  const list = page.getByRole("dialog", { name: "Search and commands" });
  await expect(list.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type(words);
  const others = OTHER_SECTIONS.map((name) => `:not([aria-label="${name}"])`).join("");
  const commands = list.locator(`[role="group"]${others} [role="menuitem"]`);
  await expect(commands).toHaveCount(1);
  await expect(commands).toHaveAttribute("data-focused");
  await page.keyboard.press("Enter");
}

/** Pastes a text into the page as a user does. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", content);
    document.body.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** Drops a file on the page. */
export async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(content), (char) => char.charCodeAt(0))], fileName));
      return data;
    },
    [name, Buffer.from(bytes).toString("base64")] as const,
  );
  await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
}

/** The list of a session: a treegrid of exchanges. */
export function session(page: Page): Locator {
  return page.getByRole("treegrid", { name: "Session" });
}

/** The rows of the exchanges of a session that are drawn. */
export function exchanges(page: Page): Locator {
  return session(page).getByRole("row", { level: 2 });
}

/** The heads of the sources and conversations of a session that are drawn. */
export function groups(page: Page): Locator {
  return session(page).getByRole("row", { level: 1 });
}

/** The row of an element in the tree. */
export function row(page: Page, name: string): Locator {
  return page.getByRole("treeitem", { name: new RegExp(`^(▾|▸)?${name}\\b`) });
}

/** The text in the XML editor, which must have been loaded. */
export async function editorText(page: Page): Promise<string> {
  await expect(page.locator(".monaco-editor .view-line").first()).toBeVisible();
  return copyAs(page, "XML");
}

/** Replaces a text in the editor by typing over its only occurrence, found with the editor's own search. */
export async function replaceInEditor(page: Page, what: string, by: string): Promise<void> {
  await page.locator(".monaco-editor .view-lines").click();
  await page.keyboard.press("Control+F");
  await page.keyboard.type(what);
  await expect(page.locator(".find-widget .matchesCount")).toHaveText(/of 1$/);
  await page.keyboard.press("Escape");
  await page.keyboard.type(by);
}

/** The submenu of the menu Export that has a form to copy. */
export function copyMenuOf(form: string): string {
  if (/^(Hex|Base64|xxd|0x)/.test(form)) return "Hex, xxd or base64";
  if (/^(XML|JSON)/.test(form)) return "XML or JSON with offsets";
  return /^(curl|PowerShell)/.test(form) ? "curl or PowerShell" : "Source code";
}

/** Chooses a form in a submenu of the menu Export. */
export async function chooseCopy(page: Page, form: string, submenu = copyMenuOf(form)): Promise<void> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("menuitem", { name: submenu, exact: true }).hover();
  await page
    .getByRole("menu", { name: submenu, exact: true })
    .getByRole("menuitem", { name: form, exact: true })
    .click();
}

/** Copies the payload in a form of "Copy as", and returns the clipboard's text. */
export async function copyAs(page: Page, form: string): Promise<string> {
  await chooseCopy(page, form);
  await expect(page.getByRole("status").filter({ hasText: copied(form) })).toHaveCount(1);
  return page.evaluate(() => navigator.clipboard.readText());
}

/** What the page says when a payload was copied in a form. */
export function copied(form: string): RegExp {
  const escaped = form.replaceAll(/[^\w ]/g, (sign) => `\\${sign}`);
  return new RegExp(`Copied (\\d+ bytes? as ${escaped}|the XML, which can't be encoded yet)$`);
}

/** The button that says what the payload is read as. */
export function contextPill(page: Page): Locator {
  return page.getByRole("button", { name: /^Read this payload as/ });
}

/** What the user can set about a message, by the labels of the choices. */
export interface ContextChoices {
  readonly Direction?: "Request" | "Response";
  readonly Version?: string;
  readonly Folder?: string;
  readonly Server?: string;
}

/** Opens what the payload is read as. */
export async function openContext(page: Page): Promise<Locator> {
  await contextPill(page).click();
  return page.getByRole("dialog", { name: "Read this payload as" });
}

/** Sets what the payload is read as. */
export async function chooseContext(page: Page, choices: ContextChoices): Promise<void> {
  const dialog = await openContext(page);
  const { Direction, ...others } = choices;
  if (Direction !== undefined) await dialog.getByRole("radio", { name: Direction }).click();
  for (const [label, value] of Object.entries(others)) {
    await dialog.getByRole("button", { name: new RegExp(`${label}$`) }).click();
    await page.getByRole("option", { name: value, exact: true }).click();
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
}

/** Opens the tab with what HTTP says about the message. */
export async function openHttp(page: Page): Promise<Locator> {
  await page.getByRole("tab", { name: "HTTP" }).click();
  return page.getByRole("region", { name: "HTTP" });
}
