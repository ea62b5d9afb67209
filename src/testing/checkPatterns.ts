import { check } from "recheck";
import { buildable } from "./builtPatterns";
import { findPatterns } from "./patterns";

// Run as a process of its own (`../patterns.test.ts`): the library starts a process too, which ends with this
// one.

/*
 * recheck finds out how the steps of a match grow with the text: from the automaton of the pattern where it
 * can be built, otherwise by trying. A pattern is taken here as what it is used for: a sticky one begins
 * where it is told to and nowhere else, as if it began with `^`; the flags that only say what a match returns
 * make no difference.
 */

interface Asked {
  readonly source: string;
  readonly flags: string;
}

function toAsked({ source, flags }: Asked): Asked {
  const kept = flags.replace(/[dgy]/g, "");
  return flags.includes("y")
    ? { source: `^(?:${source})`, flags: kept.replace("m", "") }
    : { source, flags: kept };
}

const PARAMETERS = { timeout: 60_000, incubationTimeout: null, attackTimeout: null };

const { literals } = findPatterns();
const verdicts: { pattern: string; files: readonly string[]; verdict: string }[] = [];
for (const { source, flags, files } of [...literals, ...buildable]) {
  const asked = toAsked({ source, flags });
  const result = await check(asked.source, asked.flags, PARAMETERS);
  const verdict =
    result.status === "vulnerable"
      ? `${result.complexity.summary}: ${result.attack.pattern.slice(0, 200)}`
      : result.status === "unknown"
        ? `unknown: ${result.error.kind}`
        : "safe";
  verdicts.push({ pattern: `/${source}/${flags}`, files, verdict });
}
console.log(JSON.stringify(verdicts));
process.exit(0); // the library's process would keep this one
