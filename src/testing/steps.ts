import { Session } from "node:inspector";

/** Runs a function and returns how many steps it took. */
export type CountSteps = (run: () => unknown) => Promise<number>;

/**
 * Begins to count steps: how often each block of code runs, as the engine counts them for coverage, and how
 * many characters, entries and keys the engine's own searches pass over. The same in every run and on every
 * machine, unlike time. Functions that ran before this was called are counted once for each call, whatever
 * they do.
 *
 * What a single match of a regular expression costs is not seen (only how far it was from where it began):
 * `patterns.test.ts` looks at that. The methods that count stay in place, so this is for a process of its
 * own.
 */
export async function startCounting(): Promise<CountSteps> {
  const session = new Session();
  session.connect();
  const post = (method: string, params: object = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      session.post(method, params, (error, result) => (error === null ? resolve(result) : reject(error)));
    });
  await post("Profiler.enable");
  await post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  const searches = countSearches();
  return async (run) => {
    await post("Profiler.takePreciseCoverage");
    const before = searches();
    await run();
    const passed = searches() - before;
    return sumCounts(await post("Profiler.takePreciseCoverage")) + passed;
  };
}

interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
}

/**
 * The sum over the project's scripts and the packages they use, without this file and the test's own tools.
 */
function sumCounts(coverage: unknown): number {
  const { result } = coverage as { readonly result: readonly ScriptCoverage[] };
  return result
    .filter(({ url }) => isMeasured(url))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, 0);
}

function isMeasured(url: string): boolean {
  if (url.includes("/src/testing/") || url.includes(".test.")) return false;
  return /\/src\/|\/node_modules\/(?:saxes|postal-mime|@zip\.js)\//.test(url);
}

type Method = (this: unknown, ...args: never[]) => unknown;

/** Replaces the engine's searches by ones that count what they pass over; returns what they have counted. */
function countSearches(): () => number {
  let passed = 0;
  const replace = (owner: object, name: string | symbol, wrap: (original: Method) => Method): void => {
    const original = Object.getOwnPropertyDescriptor(owner, name);
    if (original === undefined) throw new Error(`there is no ${String(name)}`);
    Object.defineProperty(owner, name, { ...original, value: wrap(original.value as Method) });
  };
  const add = (count: number): void => {
    passed += Math.max(0, count);
  };
  for (const name of ["indexOf", "includes"])
    replace(String.prototype, name, (original) => countTextSearch(original, add));
  for (const name of ["indexOf", "includes", "shift", "unshift", "splice", "toSpliced", "concat", "slice"])
    replace(Array.prototype, name, (original) => countWholeList(original, add));
  for (const name of ["keys", "values", "entries"])
    replace(Object, name, (original) => countKeys(original, 0, add));
  replace(Object, "assign", (original) => countKeys(original, 1, add));
  replace(Array.prototype, Symbol.iterator, (original) => countWholeList(original, add));
  replace(RegExp.prototype, "exec", (original) => countMatch(original, add));
  return () => passed;
}

type Add = (count: number) => void;

/**
 * A search passes over what stands before the match; how far that is, `split` says without a search of its
 * own.
 */
function countTextSearch(original: Method, add: Add): Method {
  return function (this: unknown, ...args) {
    const [wanted, from = 0] = args as readonly (string | number | undefined)[];
    const [before = ""] = String(this).slice(Number(from)).split(String(wanted), 1);
    add(before.length);
    return original.apply(this, args);
  };
}

function countWholeList(original: Method, add: Add): Method {
  return function (this: unknown, ...args) {
    add((this as readonly unknown[]).length);
    return original.apply(this, args);
  };
}

/** The keys of the arguments from the given one on: `Object.assign` does not look at those of its target. */
function countKeys(original: Method, first: number, add: Add): Method {
  return function (this: unknown, ...args) {
    args.slice(first).forEach((source: object) => {
      for (const _ in source) add(1);
    });
    return original.apply(this, args);
  };
}

/** A pattern that is bound to its place fails there; any other one passes over the rest of the text. */
function countMatch(original: Method, add: Add): Method {
  return function (this: unknown, ...args) {
    const pattern = this as RegExp;
    const text = String((args as readonly unknown[])[0]);
    const from = pattern.global || pattern.sticky ? pattern.lastIndex : 0;
    const match = original.apply(this, args) as RegExpExecArray | null;
    const isBound = pattern.sticky || (pattern.source.startsWith("^") && !pattern.multiline);
    if (match !== null) add(match.index + match[0].length - from);
    else add(isBound ? 1 : text.length - from);
    return match;
  };
}
