import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, test } from "@playwright/test";
import { paste, row } from "./inspector";

const MARK = "Aunt-Agatha-4711"; // what the payload contains
const payload = `03 01 6A 00 45 5C 4F 4B 03 ${Buffer.from(MARK).toString("hex")} 00 01 01 01 01`;

/** Every file below a folder, as Latin-1 text. */
function readFiles(folder: string): readonly { readonly name: string; readonly text: string }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => ({ name, text: readFileSync(join(parentPath, name), "latin1") }));
}

/** The ways in which a browser writes a text: as it is, or with two bytes a character. */
const spellings = (text: string): readonly string[] => [text, text.replace(/[\s\S]/g, "$&\0")];

const files = (folder: string, text: string): readonly string[] =>
  readFiles(folder)
    .filter((file) => spellings(text).some((spelling) => file.text.includes(spelling)))
    .map(({ name }) => name);

const CONTROL = "Uncle-Fred-0815";
const CONTROL_KEY = randomBytes(32);

/** Stores what the scan must find: a text in the session storage, and bytes in a database. */
async function storeControl({ text, bytes }: { text: string; bytes: number[] }): Promise<void> {
  sessionStorage.setItem("control", text);
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open("control", 1);
    request.addEventListener("upgradeneeded", () => request.result.createObjectStore("all"));
    request.addEventListener("error", () => reject(request.error ?? new Error("not opened")));
    request.addEventListener("success", () => {
      const transaction = request.result.transaction("all", "readwrite", { durability: "strict" });
      transaction.objectStore("all").put(new Uint8Array(bytes), 1);
      transaction.addEventListener("complete", () => resolve());
    });
  });
}

test("when the browser is closed, nothing on its disk shows or decrypts a payload", async ({ baseURL }) => {
  const { executablePath, args } = (test.info().project.use.launchOptions ?? {}) as {
    readonly executablePath?: string;
    readonly args?: string[];
  };
  const folder = mkdtempSync(join(tmpdir(), "wbxml-inspector-profile-"));
  try {
    const context = await chromium.launchPersistentContext(folder, {
      ...(executablePath !== undefined && { executablePath }),
      ...(args !== undefined && { args }),
    });
    const page = context.pages()[0] ?? (await context.newPage());
    const made: string[] = [];
    await page.exposeFunction("noteRandom", (bytes: number[]) => {
      if (bytes.length === 32) made.push(String.fromCharCode(...bytes));
    });
    await page.addInitScript(() => {
      const fill = crypto.getRandomValues.bind(crypto);
      const { noteRandom } = window as unknown as { noteRandom: (bytes: number[]) => void };
      crypto.getRandomValues = (array) => {
        const filled = fill(array);
        if (filled instanceof Uint8Array) noteRandom([...filled]);
        return filled;
      };
    });
    await page.goto(baseURL ?? "");
    await paste(page, payload);
    await expect(row(page, "SyncKey")).toContainText(MARK);
    await page.getByRole("button", { name: /^Colours: system/ }).click(); // is stored, and must be found
    await expect
      .poll(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).join()))
      .toContain("wbxml-inspector");
    await page.waitForTimeout(1500); // what is open is written after a pause
    await page.reload();
    await expect(row(page, "SyncKey")).toContainText(MARK); // the record can be read with the key
    await page.waitForTimeout(1500);
    const id = await page.evaluate(() => sessionStorage.getItem("wbxml-inspector.tab") ?? "");
    await page.evaluate(storeControl, { text: CONTROL, bytes: [...CONTROL_KEY] });
    await context.close();

    for (const stored of ["wbxml-inspector.theme", id, CONTROL, CONTROL_KEY.toString("latin1")])
      expect(files(folder, stored), "the scan finds what is stored").not.toEqual([]);
    expect(made.length).toBeGreaterThan(0);
    expect(files(folder, MARK)).toEqual([]);
    for (const key of made) {
      const hex = Buffer.from(key, "latin1").toString("hex");
      const base64 = Buffer.from(key, "latin1").toString("base64");
      for (const spelling of [key, hex, base64, base64.slice(0, 40)])
        expect(files(folder, spelling)).toEqual([]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
