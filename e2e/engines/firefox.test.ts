import { systemFirefox } from "../../scripts/engines.mjs";
import { defineJourneys } from "./journeys";
import { startFirefox } from "./puppeteer";

const program = systemFirefox();
defineJourneys({ name: "Firefox", start: program === undefined ? undefined : () => startFirefox(program) });
