import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** Where Vite lists the packages of the page, with their licences. */
export const VITE_LICENCES = "vite-licences.json";

/** One package or part whose code is in the build. */
interface Entry {
  readonly name: string;
  readonly version?: string;
  /** The licence as an SPDX identifier. */
  readonly identifier?: string;
  readonly text?: string;
}

/** The tools that put code of their own into the build. */
const TOOLS = ["rolldown", "vite"];

const root = fileURLToPath(new URL("..", import.meta.url));

const packageFolder = (name: string): string => join(root, "node_modules", name);

/** The text that the project keeps for a package that comes without one. */
function readKeptText(name: string): string | undefined {
  const path = join(root, "build/licences", `${name.replace("/", "-")}.txt`);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** The notices for third parties that some packages have beside their licence. */
function readNotices(name: string): readonly string[] {
  const folder = packageFolder(name);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /^(?:notice|third-?party-?notices)/i.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8"));
}

/** Parts that are inside Monaco and are not named in its notices, with the versions that it gives. */
function listParts(): readonly Entry[] {
  const { version, dependencies }: MonacoPackage = JSON.parse(
    readFileSync(join(packageFolder("monaco-editor"), "package.json"), "utf8"),
  );
  return [
    { name: "codicons", version: `of monaco-editor ${version}`, identifier: "CC-BY-4.0" },
    { name: "dompurify", version: dependencies.dompurify, identifier: "Apache-2.0" },
  ];
}

interface MonacoPackage {
  readonly version: string;
  readonly dependencies: { readonly dompurify: string };
}

/** The licence of a tool, without those of what the tool itself is made of, which is not in the build. */
function readTool(name: string): Entry {
  const folder = packageFolder(name);
  const { version, license }: { readonly version: string; readonly license: string } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one)) ?? "LICENSE";
  const [text] = readFileSync(join(folder, file), "utf8").split(/^# Licenses of bundled|^end of terms/m);
  return { name, version, identifier: license, text: text?.replace(/^# .*\n/, "") ?? "" };
}

/** An entry with all of its texts. Throws if there is no text for it. */
function complete(entry: Entry): Required<Entry> {
  const { name, version = "", identifier = "" } = entry;
  const text = entry.text ?? readKeptText(name);
  if (text === undefined || text === "")
    throw new Error(`${name} has no licence text. Put one into build/licences/${name}.txt.`);
  const texts = [text, ...readNotices(name)].map((one) => one.replaceAll("\r\n", "\n").trim());
  return { name, version, identifier, text: texts.join("\n\n") };
}

/** The name of the package that a module belongs to. */
function packageOf(module: string): string | undefined {
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll("\\", "/")) ?? [];
  return name;
}

const inWorkers = new Set<string>();

/** Notes which packages are in the workers, which Vite builds apart and leaves out of its list. */
export function listWorkerPackages(): Plugin {
  return {
    name: "licences-of-workers",
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        for (const module of file.type === "chunk" ? file.moduleIds : []) {
          const name = packageOf(module);
          if (name !== undefined) inWorkers.add(name);
        }
    },
  };
}

/**
 * Writes the licences of everything that is in the build: `licences.txt` to read, `licences.json` for the
 * page. A package without a licence text ends the build, as does one that only a worker uses and that Vite
 * does not list.
 */
export function writeLicences(): Plugin {
  return {
    name: "licences",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const listed = bundle[VITE_LICENCES];
        if (listed?.type !== "asset") throw new Error("Vite did not list the licences.");
        delete bundle[VITE_LICENCES];
        const packages: readonly Entry[] = JSON.parse(String(listed.source));
        const unlisted = [...inWorkers].filter((name) => !packages.some((one) => one.name === name));
        if (unlisted.length > 0) throw new Error(`The licences of ${unlisted.join(", ")} are not listed.`);
        const entries = [...packages, ...listParts(), ...TOOLS.map(readTool)]
          .map(complete)
          .sort((one, other) => (one.name < other.name ? -1 : 1));
        this.emitFile({ type: "asset", fileName: "licences.json", source: JSON.stringify(entries) });
        this.emitFile({ type: "asset", fileName: "licences.txt", source: formatEntries(entries) });
      },
    },
  };
}

function formatEntries(entries: readonly Required<Entry>[]): string {
  const own = readFileSync(join(root, "LICENSE"), "utf8").trim();
  const line = "=".repeat(80);
  const others = entries.map(
    ({ name, version, identifier, text }) =>
      `${line}\n${[name, version].join(" ").trim()} (${identifier})\n${line}\n\n${text}\n`,
  );
  return [`WBXML Inspector\n\n${own}\n\nThe page contains these works of others.\n`, ...others].join("\n");
}
