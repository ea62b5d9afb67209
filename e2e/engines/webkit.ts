import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, Button, Capabilities, Key, Origin, type WebDriver } from "selenium-webdriver";
import type { WebKitPrograms } from "../../scripts/engines.mjs";
import { type EnginePage, type RunningEngine, VIEWPORT } from "./engine";
import { takeRecordedErrors, withRecorder } from "./recorder";

declare module "selenium-webdriver" {
  /** What the types of the package leave out. */
  interface Actions {
    scroll(x: number, y: number, right: number, down: number, origin: Origin): Actions;
  }
}

/**
 * Starts WebKit's driver, which starts its small browser for each page, on a screen without a monitor. Its
 * sessions are private ones: nothing of them is written to disk.
 */
export async function startWebKit({ driver, browser, screen }: WebKitPrograms): Promise<RunningEngine> {
  const home = await mkdtemp(join(tmpdir(), "wbxml-inspector-webkit-"));
  const downloads = join(home, "Downloads");
  await mkdir(downloads);
  await writeFile(join(home, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const display = await startScreen(screen);
  const env = {
    ...process.env,
    DISPLAY: display.name,
    HOME: home,
    XDG_CONFIG_HOME: home,
    GDK_BACKEND: "x11",
  };
  const startDriver = async (): Promise<Driver> => {
    const port = await findFreePort();
    return { port, process: spawn(driver, [`--port=${port}`], { stdio: "ignore", env }) };
  };
  let driving = await startDriver();
  let session: WebDriver | undefined;
  const endSession = async (): Promise<void> => {
    const ending = session;
    session = undefined;
    if (ending !== undefined) await limitTime(ending.quit());
  };
  const openSession = async (): Promise<WebDriver> => {
    await endSession(); // the driver has one session at a time
    session = await limitTime(connect(driving.port, browser));
    return session;
  };
  const restart = async (): Promise<WebDriver> => {
    await end(driving.process);
    driving = await startDriver();
    return openSession();
  };
  return {
    openPage: async () => makePage(await openSession().catch(restart), downloads),
    close: async () => {
      await endSession().catch(() => undefined); // it ends with its screen
      await end(driving.process);
      await end(display.process);
      await rm(home, { recursive: true, force: true });
    },
  };
}

interface Driver {
  readonly port: number;
  readonly process: ChildProcess;
}

/** How long the driver may take to start or end a session, in milliseconds: now and then it never answers. */
const MAX_WAIT = 15_000;

function limitTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("WebKit's driver does not answer")), MAX_WAIT);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Starts a screen, which chooses a free number and says it. */
async function startScreen(
  program: string,
): Promise<{ readonly name: string; readonly process: ChildProcess }> {
  const screen = spawn(program, ["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [number] = (await once(screen.stdout, "data")) as readonly Buffer[];
  return { name: `:${String(number).trim()}`, process: screen };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("there is no free port");
  return address.port;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, "exit");
}

async function connect(port: number, binary: string): Promise<WebDriver> {
  await waitUntilReady(port);
  const session = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities(
      new Capabilities({
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": { binary, args: ["--automation"] },
      }),
    )
    .build();
  await session.manage().setTimeouts({ script: 20_000, pageLoad: 30_000 });
  await session.manage().window().setRect({ x: 0, y: 0, width: VIEWPORT.width, height: VIEWPORT.height });
  return session;
}

async function waitUntilReady(port: number): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      return;
    } catch (error) {
      if (attempt === 50) throw new Error("WebKit's driver did not start", { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const KEYS: Readonly<Record<string, string>> = {
  Control: Key.CONTROL,
  Shift: Key.SHIFT,
  Alt: Key.ALT,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Tab: Key.TAB,
  Home: Key.HOME,
  End: Key.END,
  PageUp: Key.PAGE_UP,
  PageDown: Key.PAGE_DOWN,
  Insert: Key.INSERT,
  Delete: Key.DELETE,
  Backspace: Key.BACK_SPACE,
  ArrowUp: Key.ARROW_UP,
  ArrowDown: Key.ARROW_DOWN,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  F2: Key.F2,
  F6: Key.F6,
  F10: Key.F10,
};

function makePage(session: WebDriver, downloads: string): EnginePage {
  const errors: string[] = [];
  const evaluate = async <A, R>(run: (argument: A) => R | Promise<R>, argument: A): Promise<R> => {
    const answer = await session.executeAsyncScript<{ value: R } | { thrown: string }>(
      `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${run.toString()})(arguments[0])).then(
        (value) => done({ value }),
        (error) => done({ thrown: String(error) }),
      );`,
      argument,
    );
    if ("thrown" in answer) throw new Error(answer.thrown);
    return answer.value;
  };
  const takeErrors = async (): Promise<readonly string[]> => [
    ...errors.splice(0),
    ...(await evaluate(takeRecordedErrors, undefined)),
  ];
  return {
    downloads,
    goto: (url) => session.get(withRecorder(url)),
    reload: async () => {
      errors.push(...(await takeErrors()));
      await session.navigate().refresh();
    },
    evaluate,
    clickAt: async ({ x, y }, { button = "left", count = 1 } = {}) => {
      const pointer = session.actions().move({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT });
      const code = button === "left" ? Button.LEFT : Button.RIGHT;
      for (let pressed = 0; pressed < count; pressed++) pointer.press(code).release(code);
      await pointer.perform();
    },
    wheelAt: async ({ x, y }, down) => {
      const wheel = session.actions();
      await wheel.scroll(Math.round(x), Math.round(y), 0, Math.round(down), Origin.VIEWPORT).perform();
      await wheel.clear(); // otherwise the driver counts the next turn from where this one ended
    },
    press: async (keys) => {
      const codes = keys.split("+").map((key) => KEYS[key] ?? key);
      const actions = session.actions();
      for (const code of codes) actions.keyDown(code);
      for (const code of codes.toReversed()) actions.keyUp(code);
      await actions.perform();
    },
    type: async (text) => session.actions().sendKeys(text).perform(),
    screenshot: async () => Buffer.from(await session.takeScreenshot(), "base64"),
    takeErrors,
  };
}
