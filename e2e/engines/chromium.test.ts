import { chromium } from "@playwright/test";
import { systemChromium, systemHeadlessChromium } from "../../scripts/engines.mjs";
import { defineJourneys } from "./journeys";
import { startChromium } from "./puppeteer";

defineJourneys({
  name: "Chromium",
  start: () => startChromium(systemChromium() ?? systemHeadlessChromium() ?? chromium.executablePath()),
});
