import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { defineEditJourneys } from "./editJourneys";
import type { EnginePage, RunningEngine } from "./engine";
import type { DefineJourney } from "./journey";
import { defineListJourneys } from "./listJourneys";
import { defineOutJourneys } from "./outJourneys";
import { definePageJourneys } from "./pageJourneys";

/** A browser that the journeys can run in; `start` is missing if it is not installed. */
interface Engine {
  readonly name: string;
  readonly start: (() => Promise<RunningEngine>) | undefined;
}

/** Defines all journeys of a user in one engine, or skips them if it is not installed. */
export function defineJourneys({ name, start }: Engine): void {
  describe.skipIf(start === undefined)("a user", () => {
    const address = inject("page");
    let engine: RunningEngine | undefined;
    let page: EnginePage | undefined;
    const openFresh = async (): Promise<EnginePage> => {
      if (engine === undefined) throw new Error(`${name} did not start`);
      page = await engine.openPage();
      return page;
    };
    beforeAll(async () => {
      engine = await start?.();
    });
    afterAll(() => engine?.close());
    afterEach(async ({ task }) => {
      if (task.result?.state === "fail" && page !== undefined)
        await keepPicture(page, `${name} ${task.name}`);
      expect(await page?.takeErrors()).toEqual([]);
    });
    const define: DefineJourney = (title, run, most) => {
      // oxlint-disable-next-line vitest/valid-title vitest/expect-expect -- what it expects is in the journey
      it(title, async () => run({ page: await openFresh(), address, openFresh }), most);
    };
    definePageJourneys(define);
    defineEditJourneys(define);
    defineOutJourneys(define);
    defineListJourneys(define);
  });
}

/** Where the pictures of failed journeys are. */
const PICTURES = ".cache/engines";

async function keepPicture(page: EnginePage, title: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  writeFileSync(`${PICTURES}/${title.replaceAll(/\W+/g, "-")}.png`, await page.screenshot());
}
