import { systemWebKit } from "../../scripts/engines.mjs";
import { defineJourneys } from "./journeys";
import { startWebKit } from "./webkit";

const programs = systemWebKit();
defineJourneys({ name: "WebKit", start: programs === undefined ? undefined : () => startWebKit(programs) });
