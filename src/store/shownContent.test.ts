import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MAX_DECODED_BYTES } from "../document/size";
import type { Capture } from "../formats/format";
import { encode } from "../index";
import { type PlayedWorker, playWorkers, refuseWorkers } from "../testing/pageWorker";

const LARGE = encode(`<Sync xmlns="AirSync"><Limit>${"7".repeat(300_000)}</Limit></Sync>`).bytes;

function captureOf(label: string, payload: Uint8Array): Capture {
  return { label, direction: undefined, payload, origin: {}, problems: [] };
}

type Modules = {
  readonly inspector: typeof import("./inspector");
  readonly opening: typeof import("./opening");
  readonly edits: typeof import("./edits");
  readonly shown: typeof import("./shownContent");
};
let modules: Modules;

/** Fresh modules: the client of the worker keeps the one that it has started. */
async function loadModules(): Promise<void> {
  vi.resetModules();
  modules = {
    inspector: await import("./inspector"),
    opening: await import("./opening"),
    edits: await import("./edits"),
    shown: await import("./shownContent"),
  };
}

const shown = () => {
  const { captures, current } = modules.inspector.useInspector.getState();
  return captures[current];
};
const state = () => modules.shown.useOpeningBody.getState().opening;

function openCaptures(...captures: readonly Capture[]): void {
  modules.opening.addCaptures(captures, "opened");
}

/** What the worker would answer, made by its own code. */
async function answer(worker: PlayedWorker | undefined): Promise<void> {
  if (worker === undefined) throw new Error("no worker was started");
  const { openDocument } = await import("../document/open");
  const { packDocument } = await import("../document/pack");
  const { easCodeSpace } = await import("../eas/codeSpace");
  const { id, payload } = worker.requests.at(-1) as { readonly id: number; readonly payload: Uint8Array };
  const document = packDocument(openDocument(payload, easCodeSpace), true);
  const content = {
    kind: "payload",
    bytes: undefined,
    context: { versions: ["14.1"] },
    document,
    typed: undefined,
  };
  worker.answer({ kind: "opened", id, content });
}

describe("the body of a large capture", () => {
  let workers: readonly PlayedWorker[];
  beforeEach(async () => {
    workers = playWorkers();
    await loadModules();
  });
  afterEach(() => vi.unstubAllGlobals());

  it("is opened in the worker, and a small one at once", async () => {
    openCaptures(captureOf("large", LARGE), captureOf("small", LARGE.subarray(0, 20)));
    expect([shown()?.content, state()?.stopped]).toEqual([undefined, undefined]);
    await answer(workers[0]);
    await vi.waitFor(() => expect(shown()?.content?.kind).toBe("payload"));
    expect([state(), modules.inspector.editingOf(shown())?.document.bytes]).toEqual([undefined, LARGE]);
    modules.edits.showCapture(1);
    expect(shown()?.content?.kind).toBe("payload");
    expect(workers.flatMap(({ requests }) => requests)).toHaveLength(1);
  });

  it("is no longer opened when another is shown, and opened when it is shown again", async () => {
    openCaptures(captureOf("large", LARGE), captureOf("small", LARGE.subarray(0, 20)));
    modules.edits.showCapture(1);
    expect([workers[0]?.isTerminated, state()]).toEqual([true, undefined]);
    modules.edits.showCapture(0);
    await answer(workers[1]);
    await vi.waitFor(() => expect(shown()?.content?.kind).toBe("payload"));
  });

  it("is not opened after a cancel, until it is asked for", async () => {
    openCaptures(captureOf("large", LARGE));
    modules.shown.cancelOpening();
    await vi.waitFor(() => expect(state()?.stopped).toBe("cancelled"));
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
    modules.inspector.useInspector.getState().setContext({ version: "14.1" });
    expect(workers).toHaveLength(1);
    modules.shown.retryOpening();
    await answer(workers[1]);
    await vi.waitFor(() => expect(shown()?.content?.kind).toBe("payload"));
    expect(shown()?.context?.version).toBe("14.1");
  });

  it("is tried once more if the worker ends, and then told", async () => {
    openCaptures(captureOf("large", LARGE));
    workers[0]?.answer({ kind: "ready" });
    workers[0]?.fail("out of memory");
    workers[1]?.fail("out of memory");
    await vi.waitFor(() => expect(state()?.stopped).toEqual({ reason: "out of memory", isTooLarge: false }));
    expect([workers.length, shown()?.content]).toEqual([2, undefined]);
  });

  it("is refused if it is larger than browsers can take, with the reason", async () => {
    openCaptures(captureOf("huge", new Uint8Array(MAX_DECODED_BYTES + 1)));
    await vi.waitFor(() => expect(state()?.stopped).toMatchObject({ isTooLarge: true }));
    expect([workers.flatMap(({ requests }) => requests), shown()?.content]).toEqual([[], undefined]);
  });

  it("is refused if it has more tokens than browsers can take", async () => {
    openCaptures(captureOf("dense", LARGE));
    const [request] = workers[0]?.requests ?? [];
    workers[0]?.answer({ ...(request as { readonly id: number }), kind: "too-large", reason: "tokens" });
    await vi.waitFor(() => expect(state()?.stopped).toEqual({ reason: "tokens", isTooLarge: true }));
  });

  it("is told if the worker meets an error", async () => {
    openCaptures(captureOf("large", LARGE));
    const [request] = workers[0]?.requests ?? [];
    workers[0]?.answer({ ...(request as { readonly id: number }), kind: "crash", crash: "TypeError" });
    await vi.waitFor(() => expect(state()?.stopped).toEqual({ reason: "TypeError", isTooLarge: false }));
  });

  it("is opened by the page if the worker's script is missing", async () => {
    openCaptures(captureOf("large", LARGE));
    workers[0]?.fail();
    workers[1]?.fail();
    await vi.waitFor(() => expect(shown()?.content?.kind).toBe("payload"));
  });
});

describe("a browser that refuses workers", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("opens the body on the page's thread", async () => {
    refuseWorkers();
    await loadModules();
    openCaptures(captureOf("large", LARGE));
    await vi.waitFor(() => expect(shown()?.content?.kind).toBe("payload"));
  });
});
