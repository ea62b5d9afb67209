import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { endLoss, listLosses } from "../../browser/losses";
import type { ToKeyHolder } from "../../worker/keyHolderMessages";
import { connectKeyHolder } from "./keyHolder";

const KEY = new Uint8Array([1, 2, 3]);

/** A service worker as the page sees it, with the keys that it holds. One that is mute never answers. */
class PlayedServiceWorker extends EventTarget {
  state = "activated";
  isMute = false;
  readonly keys = new Map<string, Uint8Array>();
  readonly received: string[] = [];

  postMessage(message: ToKeyHolder, [port]: readonly MessagePort[]): void {
    this.received.push(message.kind);
    if (message.kind === "hold") this.keys.set(message.tab, message.key);
    else if (message.kind === "release") this.keys.delete(message.tab);
    else if (!this.isMute)
      port?.postMessage(message.kind === "list" ? [...this.keys.keys()] : this.give(message.tab));
  }

  give(tab: string): Uint8Array | undefined {
    return this.keys.get(tab);
  }

  end(): void {
    this.state = "redundant";
    this.dispatchEvent(new Event("statechange"));
  }
}

interface Registration {
  readonly active: PlayedServiceWorker;
}

let worker: PlayedServiceWorker;
let registered: Registration | undefined;
/** Registers the worker of this version of the page. */
const register = vi.fn<() => Promise<Registration>>();
const getRegistration = vi.fn<(address?: string) => Promise<Registration | undefined>>();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  worker = new PlayedServiceWorker();
  registered = undefined;
  register.mockReset().mockImplementation(() => {
    const earlier = registered?.active;
    registered = { active: worker };
    if (earlier !== worker) earlier?.end();
    return Promise.resolve(registered);
  });
  // the page itself is outside the scope of the worker
  getRegistration
    .mockReset()
    .mockImplementation(async (address) => (address?.includes("keyHolder") ? registered : undefined));
  vi.stubGlobal("navigator", { serviceWorker: { register, getRegistration } });
});
afterEach(() => {
  for (const { loss } of listLosses()) endLoss(loss);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Puts another worker in place of the one that is registered, as another tab does with a new version. */
function replaceWorker(): PlayedServiceWorker {
  const next = new PlayedServiceWorker();
  const before = registered?.active;
  registered = { active: next };
  before?.end();
  return next;
}

const turn = (): Promise<void> => new Promise(setImmediate);

/** Lets time pass until a promise settles; gives its outcome and how many milliseconds that took. */
async function wait<T>(promise: Promise<T>): Promise<{ readonly outcome: T | Error; readonly time: number }> {
  let outcome: T | Error | undefined;
  promise.then(
    (value) => {
      outcome = value;
    },
    (error: Error) => {
      outcome = error;
    },
  );
  await turn();
  for (let time = 0; time <= 60_000; time += 100) {
    if (outcome !== undefined) return { outcome, time };
    vi.advanceTimersByTime(100);
    await turn();
  }
  throw new Error("it never settles");
}

describe("the key of a tab", () => {
  it("is asked of the worker of an earlier version, before that of this version ends it", async () => {
    const earlier = new PlayedServiceWorker();
    earlier.keys.set("own", KEY);
    earlier.addEventListener("statechange", () => earlier.keys.clear());
    registered = { active: earlier };
    const { key, hold } = await connectKeyHolder("own");
    expect(key).toEqual(KEY);
    expect(earlier.state).toBe("redundant");
    hold("own", KEY);
    expect([...worker.keys.keys()]).toEqual(["own"]);
  });

  it("is asked of the worker of this version if the earlier one does not give it", async () => {
    for (const isMute of [false, true]) {
      const earlier = new PlayedServiceWorker();
      earlier.isMute = isMute;
      registered = { active: earlier };
      worker.keys.set("own", KEY);
      const { outcome } = await wait(connectKeyHolder("own"));
      expect(outcome).toMatchObject({ key: KEY });
    }
  });

  it("is asked once of a worker that does not have it", async () => {
    registered = { active: worker };
    expect((await connectKeyHolder("own")).key).toBeUndefined();
    expect(worker.received).toEqual(["give"]);
  });

  it("is not asked for by a tab that has none", async () => {
    await connectKeyHolder(undefined);
    expect(worker.received).toEqual([]);
  });
});

describe("a service worker that ends while the page is open", () => {
  it("is registered again if it was unregistered, and gets the key when the page goes away", async () => {
    const { hold, list } = await connectKeyHolder("own");
    const first = worker;
    worker = new PlayedServiceWorker();
    registered = undefined;
    first.end();
    await turn();
    expect(register).toHaveBeenCalledTimes(2);
    hold("own", KEY);
    expect([first.keys.size, worker.keys.size]).toEqual([0, 1]);
    expect(await list()).toEqual(["own"]);
  });

  it("is followed by the one of another version, and by the next", async () => {
    const { hold } = await connectKeyHolder("own");
    replaceWorker();
    await turn();
    const third = replaceWorker();
    await turn();
    hold("own", KEY);
    expect(third.keys.get("own")).toEqual(KEY);
    expect(register).toHaveBeenCalledTimes(1); // that of this version would end that of the other
    expect(listLosses()).toEqual([]);
  });

  it("is a loss if it cannot be registered again", async () => {
    await connectKeyHolder("own");
    register.mockRejectedValue(
      new TypeError("Failed to register a ServiceWorker for scope (…) with script (…)"),
    );
    registered = undefined;
    worker.end();
    await turn();
    expect(listLosses()).toEqual([{ loss: "not-kept", reason: "its service worker could not be loaded" }]);
  });

  it("is a loss if the browser does not say what has become of it", async () => {
    await connectKeyHolder("own");
    getRegistration.mockReturnValue(new Promise(() => undefined));
    worker.end();
    await turn();
    vi.advanceTimersByTime(3000);
    await turn();
    expect(listLosses()).toEqual([{ loss: "not-kept", reason: "its service worker does not answer" }]);
  });
});

describe("a service worker that does not answer", () => {
  const never = new Promise<never>(() => undefined);

  it.each<readonly [string, () => void]>([
    ["when it is looked for", () => getRegistration.mockReturnValue(never)],
    ["when it is registered", () => register.mockReturnValue(never)],
    ["when it is started", () => void (worker.state = "installing")],
    ["when it is asked", () => void (worker.isMute = true)],
  ])("%s is given up", async (_, prepare) => {
    prepare();
    const { outcome, time } = await wait(connectKeyHolder("own"));
    expect(outcome).toBeInstanceOf(Error);
    expect(time).toBe(3000);
  });

  it("for the list of tabs is not taken for one that holds no key", async () => {
    const { list } = await connectKeyHolder("own");
    worker.isMute = true;
    expect((await wait(list())).outcome).toBeInstanceOf(Error);
  });

  it("and is not installed is given up at once", async () => {
    worker.state = "redundant";
    expect(await wait(connectKeyHolder("own"))).toMatchObject({ outcome: expect.any(Error), time: 0 });
  });
});
