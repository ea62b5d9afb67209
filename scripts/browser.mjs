// Makes sure that the browser tests have a browser: the system's, Playwright's own, or one that this script
// installs. Firefox and WebKit, in which the tests run if they are there, are installed only with --all.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { missingEngines, systemChromium, tellMissingEngines } from "./engines.mjs";

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

const found =
  systemChromium() ?? (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined);
if (found !== undefined) {
  console.log(`Browser tests use ${found}`);
} else {
  console.log("No Chromium found. Installing one for the browser tests.");
  if (!installChromium() || (systemChromium() ?? chromium.executablePath()) === undefined) {
    console.error(
      "Chromium could not be installed. Install it or set CHROMIUM_PATH, and run the tests again.",
    );
    process.exit(1);
  }
}

const { packages } = missingEngines();
if (process.argv.includes("--all") && packages.length > 0) installPackages(...packages);
tellMissingEngines();
