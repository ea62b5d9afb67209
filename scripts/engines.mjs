// Finds the browsers that the tests can run in.
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

const CHROMIUM = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const FIREFOX = ["firefox-esr", "firefox"];

function findProgram(names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** The program that an environment variable names, or the first one of these names on the PATH. */
function findBrowser(variable, names) {
  const named = process.env[variable];
  if (named === undefined || named === "") return findProgram(names);
  if (!existsSync(named)) throw new Error(`${variable} is ${named}, but there is no such file.`);
  return named;
}

/** Path of the Chromium with windows: CHROMIUM_PATH, or the system's; `undefined` if there is none. */
export function systemChromium() {
  return findBrowser("CHROMIUM_PATH", CHROMIUM);
}

/**
 * Path of the Chromium for the browser tests: CHROMIUM_PATH, or the system's, rather the one without windows,
 * in which a test takes two thirds of the time; `undefined` leaves the choice to Playwright.
 */
export function systemHeadlessChromium() {
  return findBrowser("CHROMIUM_PATH", ["chromium-headless-shell", ...CHROMIUM]);
}

/** Parts of Chromium's own window that load a page each in every context, for a quarter of a test's time. */
const WINDOW_PAGES = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"];

/**
 * What Chromium is started with in tests: no connections of its own, no pages of its own. The last switch
 * replaces the one of a driver that doesn't merge them (Playwright doesn't), whose features are then given.
 */
export function listChromiumSwitches(disabledFeatures = []) {
  return [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    `--disable-features=${[...disabledFeatures, ...WINDOW_PAGES].join(",")}`,
  ];
}

/** Path of the Firefox for the browser tests: FIREFOX_PATH, or the system's; `undefined` if there is none. */
export function systemFirefox() {
  return findBrowser("FIREFOX_PATH", FIREFOX);
}

/**
 * WebKitGTK's small browser; it is not on the PATH but beside the library:
 * `<lib>/<machine>/webkit…/MiniBrowser`.
 */
function findMiniBrowser() {
  return ["/usr/lib", "/usr/lib64", "/usr/libexec"]
    .flatMap((lib) => (existsSync(lib) ? [lib, ...readdirSync(lib).map((name) => join(lib, name))] : []))
    .flatMap((folder) =>
      ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"].map((name) => join(folder, name)),
    )
    .map((folder) => join(folder, "MiniBrowser"))
    .find((path) => existsSync(path));
}

/** The programs that drive WebKit: its driver, its browser and a screen; `undefined` if one is missing. */
export function systemWebKit() {
  const driver = findBrowser("WEBKIT_DRIVER_PATH", ["WebKitWebDriver"]);
  const browser = findMiniBrowser();
  const screen = findProgram(["Xvfb"]);
  return driver && browser && screen ? { driver, browser, screen } : undefined;
}

/** The engines that the journeys run in besides Chromium, and the Debian packages that each needs. */
const MORE_ENGINES = [
  { name: "Firefox", packages: ["firefox-esr"], isThere: () => systemFirefox() !== undefined },
  { name: "WebKit", packages: ["webkit2gtk-driver", "xvfb"], isThere: () => systemWebKit() !== undefined },
];

/** The engines that are not installed, and the Debian packages that they need. */
export function missingEngines() {
  const missing = MORE_ENGINES.filter(({ isThere }) => !isThere());
  return { names: missing.map(({ name }) => name), packages: missing.flatMap(({ packages }) => packages) };
}

/**
 * Says which engines the journeys do not run in, and how to install them; says nothing if they are all there.
 */
export function tellMissingEngines() {
  const { names, packages } = missingEngines();
  if (names.length === 0) return;
  console.log(
    `Not tested in, because not installed: ${names.join(", ")}. ` +
      `On Debian: sudo apt-get install -y --no-install-recommends ${packages.join(" ")}`,
  );
}
