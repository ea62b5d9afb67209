import { laterCode } from "../kit/load/laterCode";

/** What the page knows about EAS beyond names. */
export const easFacts = laterCode(() => import("./easFacts"));
