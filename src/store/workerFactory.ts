/**
 * The page's Content Security Policy accepts a script URL only from a Trusted Types policy created by the
 * page.
 */
interface ScriptPolicy {
  readonly createScriptURL: (url: string) => string;
}
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: ScriptPolicy) => ScriptPolicy;
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };

/**
 * Returns a function that starts a worker of the page. `name` is the name of the worker and of its Trusted
 * Types policy, so call this only once per name.
 */
export function createWorkerFactory(name: string, url: string): () => Worker {
  const policy = trustedTypes?.createPolicy(name, { createScriptURL: () => url });
  return () => new Worker(policy?.createScriptURL(url) ?? url, { type: "module", name });
}
