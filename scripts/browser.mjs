// Makes sure that the browser tests have a browser: the system's, Playwright's own, or one that this script
// installs. Firefox and WebKit, in which the tests run if they are there, are installed only with --all.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { missingEngines, systemChromium, systemHeadlessChromium, tellMissingEngines } from "./engines.mjs";

function run(command, ...args) {
  console.log(`> ${[command, ...args].join(" ")}`);
  return spawnSync(command, args, { stdio: "inherit" }).status === 0;
}

function installPackages(...packages) {
  const isDebian = existsSync("/etc/debian_version") && process.getuid?.() === 0;
  return (
    isDebian &&
    run("apt-get", "update") &&
    run("apt-get", "install", "-y", "--no-install-recommends", ...packages)
  );
}

function installChromium() {
  return installPackages("chromium") || run("npx", "playwright", "install", "--with-deps", "chromium");
}

const isAll = process.argv.includes("--all");
const found =
  systemChromium() ??
  systemHeadlessChromium() ??
  (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined);
if (found === undefined) {
  console.log("No Chromium found. Installing one for the browser tests.");
  if (!installChromium() || (systemChromium() ?? chromium.executablePath()) === undefined) {
    console.error(
      "Chromium could not be installed. Install it or set CHROMIUM_PATH, and run the tests again.",
    );
    process.exit(1);
  }
}

const { packages } = missingEngines();
if (isAll && packages.length > 0) installPackages(...packages);
// in the Chromium without windows, a test takes two thirds of the time; it is not needed, though
if (isAll && systemHeadlessChromium() === systemChromium() && !process.env.CHROMIUM_PATH)
  installPackages("chromium-headless-shell");
console.log(`Browser tests use ${systemHeadlessChromium() ?? chromium.executablePath()}`);
tellMissingEngines();
