import { expect, type Locator, type Page } from "@playwright/test";
import { drop, row, runMenuCommand, sample, session, syncRequest } from "./inspector";
import type { LazyScript } from "./lazyScripts";

/** Another payload, made by hand from MS-ASWBXML, with an element that is not allowed where it is. */
export const misplaced =
  '<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey><ParentId>1</ParentId></FolderSync>';

/** Without one of these no payload can be opened, which the page says; pasting it again is the retry. */
export const opening: readonly string[] = [
  "Workspace",
  "documentClient",
  "editing",
  "editorLater",
  "edits",
  "linting",
  "openState",
  "opening",
  "read",
];

const press = (keys: string) => (page: Page) => page.keyboard.press(keys);
const command = (words: string) => (page: Page) => runMenuCommand(page, words);
const button = (name: string | RegExp) => (page: Page) =>
  page.getByRole("button", { name, exact: true }).first();
const click =
  (place: (page: Page) => Locator) =>
  (page: Page): Promise<void> =>
    place(page).click();
const view = (name: string) => (page: Page) => page.getByRole("tab", { name, exact: true });
const select = (name: string) => (page: Page) => row(page, name).click();

const beginPrint = (page: Page) => page.evaluate(() => void dispatchEvent(new Event("beforeprint")));
const noLayout = (page: Page) => page.getByText(/^The layout for paper could not be loaded/);
const added = (page: Page) => page.getByText(/^Added /);
const bytesOf = (hex: string) => Uint8Array.from(hex.split(" "), (byte) => Number.parseInt(byte, 16));

async function openValue(page: Page): Promise<void> {
  await row(page, "SyncKey").click();
  await page.keyboard.press("Enter");
}

/** Closes the messages in the corner, which can cover what a test clicks. */
export async function closeMessages(page: Page): Promise<void> {
  const close = page.getByRole("button", { name: "Close", exact: true });
  while ((await close.count()) > 0) await close.first().click();
}

/** A menu whose button says that it is missing, and tries again. */
function menu(script: string, title: string, shown: (page: Page) => Locator): LazyScript {
  const missing = button(`The menu ${title} could not be loaded. Press to try again.`);
  return { script, said: missing, retry: click(missing), shown };
}

/** A button that can be pressed, which one whose menu is not loaded yet can't. */
const readyButton = (name: string) => (page: Page) =>
  page.getByRole("button", { name, exact: true, disabled: false });

/** A part in whose place stands a notice with "Try again". */
function notice(
  script: string,
  name: string,
  shown: (page: Page) => Locator,
  steps: Pick<LazyScript, "ask" | "leave">,
): LazyScript {
  const said = (page: Page): Locator => page.getByLabel(`${name} could not be shown`, { exact: true });
  const retry = (page: Page): Promise<void> =>
    said(page).getByRole("button", { name: "Try again", exact: true }).click();
  return { script, said, retry, shown, ...steps };
}

function dialog(script: string, name: string, title: string, ask: LazyScript["ask"]): LazyScript {
  const shown = (page: Page): Locator => page.getByRole("dialog", { name: title, exact: true });
  return notice(script, name, shown, { ...(ask !== undefined && { ask }), leave: press("Escape") });
}

/** Something that is done at once: a message says that it could not be, and the user does the same again. */
function action(
  script: string,
  ask: (page: Page) => Promise<unknown>,
  shown: (page: Page) => Locator,
  leave: (page: Page) => Promise<unknown> = closeMessages,
): LazyScript {
  const said = (page: Page): Locator => page.getByText(/^This could not be done/);
  return { script, ask, said, retry: ask, shown, leave };
}

/** The menus, which are loaded right after the first paint. */
export const menus: readonly LazyScript[] = [
  menu("CommandMenu", "Open", readyButton("Open")),
  menu("StepsMenu", "History", button("History")),
  menu("AlternativesMenu", "Read as…", readyButton("Read as…")),
];

/** What is loaded with the payload; each has its own place on the page. */
export const parts: readonly LazyScript[] = [
  notice(
    "ExplainPane",
    "The explanation",
    (page) => page.getByRole("region", { name: "Explain" }).getByText(/^Select an element/),
    {},
  ),
  {
    script: "PayloadStatus",
    said: button(/^The status of the payload could not be loaded/),
    retry: click(button(/^The status of the payload could not be loaded/)),
    shown: button(/^(Go to an offset|Offset)/),
  },
  notice("BodyPane", "The body", (page) => page.getByText("No item of this payload has a body."), {
    ask: click(view("Body")),
    leave: click(view("XML")),
  }),
  notice("ComparePane", "The comparison", (page) => page.getByText(/^This payload has not been edited/), {
    ask: click(view("Compare")),
    leave: click(view("XML")),
  }),
  {
    script: "XmlEditor",
    said: (page) => page.getByText(/^The editor could not be loaded/),
    retry: click(button("Try again")),
    shown: (page) => page.locator(".monaco-editor .view-line"),
  },
  dialog("OmniboxDialog", "The search", "Search and commands", press("Control+K")),
  action(
    "treeActions",
    async (page) => {
      await select("Class")(page);
      await page.keyboard.press("Control+D");
    },
    (page) => row(page, "Class").nth(1),
  ),
  notice(
    "ValueEditor",
    "The editor of the value",
    (page) => page.getByRole("dialog", { name: "Value of SyncKey" }).getByRole("textbox"),
    { ask: openValue, leave: press("Escape") },
  ),
  notice(
    "ChildMenu",
    "The list of elements",
    (page) => page.getByRole("searchbox", { name: "Element to add to Options" }),
    {
      ask: async (page) => {
        await select("Options")(page);
        await page.keyboard.press("Insert");
      },
      leave: press("Escape"),
    },
  ),
  {
    script: "PrintView",
    // with the part before it, it was tried again: until that has failed, the page says nothing
    ask: (page) =>
      expect(async () => {
        await beginPrint(page);
        await expect(noLayout(page).first()).toBeVisible({ timeout: 500 });
      }).toPass(),
    said: noLayout,
    retry: async (page) => {
      const loaded = page.waitForResponse(/PrintView-/);
      await button("Try again")(page).click();
      await loaded;
      await page.emulateMedia({ media: "print" });
      await expect(async () => {
        await beginPrint(page);
        await expect(page.locator(".paper")).toBeVisible({ timeout: 50 });
      }).toPass();
    },
    shown: (page) => page.locator(".paper"),
    leave: (page) => page.emulateMedia({ media: null }),
  },
];

/** Points at a button for long enough that its tooltip comes. */
async function pointAtTheme(page: Page): Promise<void> {
  await page.mouse.move(0, 400);
  await button(/^Colours: /)(page).hover();
}

/** What is loaded when it is first asked for, with a payload open. */
export const actions: readonly LazyScript[] = [
  {
    script: "Tip",
    ask: pointAtTheme,
    said: button(/^Colours: /), // it has its name, and no more
    retry: pointAtTheme,
    shown: (page) => page.getByRole("tooltip"),
    leave: (page) => page.mouse.move(0, 400),
  },
  {
    script: "searchDocs",
    ask: press("Control+K"),
    said: (page) => page.getByText(/^This could not be done/),
    retry: async (page) => {
      await press("Escape")(page);
      await press("Control+K")(page);
      await page.keyboard.type("HeartbeatInterval");
    },
    shown: (page) => page.getByRole("group", { name: "Documentation" }).getByRole("menuitem"),
    leave: async (page) => {
      await press("Escape")(page); // empties the field
      await press("Escape")(page);
      await closeMessages(page);
    },
  },
  action("copying", command("offsets"), (page) =>
    page.getByRole("status").filter({ hasText: /^Copied .* as JSON/ }),
  ),
  action("showHit", press("F3"), (page) => page.getByLabel("The search could not be shown"), press("Escape")),
  dialog("SearchDialog", "The search", "Find", press("Control+F")),
  action("revert", command("revert"), (page) => row(page, "SyncKey").filter({ hasText: "7" })),
  action("readGiven", (page) => drop(page, "a.wbxml", bytesOf(syncRequest)), added),
  action("answers", command("to an open"), (page) => page.getByText(/^No open request/)),
  action("newPayload", command("empty payload"), added),
  action("saveHar", command("session as har"), (page) => page.getByText(/^Saved \d+ exchange/).first()),
  action("copyLink", command("copy link share"), (page) => page.getByText(/^Copied a link/).first()),
  action(
    "openLink",
    (page) => page.evaluate(() => void (location.hash = "#p=1AAAAxyz")),
    (page) => page.getByText(/The link is damaged/),
  ),
  notice("PasswordDialog", "The question for a password", (page) => button("Skip this file")(page), {
    ask: (page) => drop(page, "locked.saz", sample("saz-zipcrypto.saz")),
    leave: click(button("Skip this file")),
  }),
];

/** What is loaded when it is first asked for, with the sample session open. */
export const inSession: readonly LazyScript[] = [
  dialog("NotesDialog", "The notes about the input", "Notes about the input", click(button(/^\d+ notes?$/))),
  action(
    "copyCurl",
    async (page) => {
      await session(page).getByRole("row", { name: /^6 / }).click({ button: "right" });
      await page.getByRole("menuitem", { name: "Copy as cURL" }).click();
    },
    (page) => page.getByText(/^Copied .*curl/i).first(),
  ),
  action("goToProblem", press("F8"), (page) =>
    page.getByRole("status").filter({ hasText: /^(Failed|Error|Warning|Note)\b/ }),
  ),
];

/** The dialogs, with a payload open. */
export const dialogs: readonly LazyScript[] = [
  dialog("ExportDialog", "Export", "Export", press("Control+E")),
  dialog("DeliberateFaultsDialog", "The list of faults", "Deliberate faults", command("deliberate")),
  dialog("ForgetDialog", "The question before everything is deleted", "Forget everything", command("forget")),
  dialog("InputDialog", "The input", "Input", command("show the input")),
  dialog("KeptDialog", "The list of saved payloads", "Kept on this computer", command("kept on")),
  dialog("LeavesDialog", "What leaves this page", "What leaves this page", command("leaves")),
  dialog("LicencesDialog", "The list of licences", "Licences", command("licences")),
  dialog("OffsetDialog", "Go to an offset", "Go to an offset", press("Control+G")),
  dialog("ShortcutsDialog", "The list of keys", "Keyboard shortcuts", press("?")),
  dialog("TemplatesDialog", "The list of templates", "Templates", command("template")),
];
