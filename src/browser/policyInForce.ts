/** One line of a Content Security Policy: what it is about, and what it allows. */
export interface Directive {
  readonly name: string;
  readonly sources: readonly string[];
}

/** A header of the page as its server sends it; without a value if it does not. */
export interface SentHeader {
  readonly name: string;
  readonly value: string | undefined;
}

/** The directives of a policy, in order. A repeated directive has no effect, and is left out. */
export function parsePolicy(policy: string): readonly Directive[] {
  const directives = new Map<string, Directive>();
  for (const part of policy.split(";")) {
    const [name = "", ...sources] = part.trim().split(/\s+/);
    const key = name.toLowerCase();
    if (key !== "" && !directives.has(key)) directives.set(key, { name: key, sources });
  }
  return [...directives.values()];
}

/** The policy that the document itself contains; empty if it has none, as during development. */
export function readDirectives(): readonly Directive[] {
  const metas = document.querySelectorAll<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy" i]');
  return [...metas].flatMap(({ content }) => parsePolicy(content));
}

/**
 * Asks the server for the headers of the page. Rejects if it does not answer. What is sent for this question
 * is the address of the page, and nothing else.
 */
export async function readSentHeaders(names: readonly string[]): Promise<readonly SentHeader[]> {
  const { headers } = await fetch(document.baseURI.replace(/#.*/, ""), { method: "HEAD", cache: "no-store" });
  return names.map((name) => ({ name, value: headers.get(name) ?? undefined }));
}
