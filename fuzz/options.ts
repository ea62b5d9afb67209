/** What the command line asks for. */
export interface Options {
  /** The time for all targets together, in minutes; unused if `seed` is given. */
  readonly minutes: number;
  /** The seed of one batch to try again. */
  readonly seed: number | undefined;
  /** The first seed of a timed run. */
  readonly from: number;
  /** The only target to try. */
  readonly target: string | undefined;
  /** The file to write the outcomes to, as JSON. */
  readonly report: string | undefined;
}

const NUMBERS = new Set(["seed", "from"]);
const NAMES = new Set(["seed", "from", "target", "report"]);

/** Reads the arguments: minutes, and options with a value each. Throws on any other. */
export function readOptions(args: readonly string[], randomSeed: number): Options {
  const given = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const [, name] = /^--(.+)$/.exec(args[i] ?? "") ?? [];
    if (name === undefined) given.set("minutes", args[i] ?? "");
    else given.set(name, readNamed(name, args[++i]));
  }
  const minutes = Number(given.get("minutes") ?? 1);
  if (!(minutes > 0)) throw new Error(`"${given.get("minutes")}" is not a number of minutes.`);
  const seed = given.get("seed");
  return {
    minutes,
    seed: seed === undefined ? undefined : Number(seed),
    from: Number(given.get("from") ?? randomSeed),
    target: given.get("target"),
    report: given.get("report"),
  };
}

function readNamed(name: string, value: string | undefined): string {
  if (!NAMES.has(name))
    throw new Error(`There is no option --${name}. There are: --${[...NAMES].join(", --")}.`);
  if (value === undefined) throw new Error(`--${name} needs a value.`);
  if (NUMBERS.has(name) && !/^\d+$/.test(value)) throw new Error(`--${name} ${value} is not a whole number.`);
  return value;
}
