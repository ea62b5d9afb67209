/** The page's policy lets a script's address be used only where it was made by a policy of the page's own. */
interface ScriptPolicy {
  readonly createScriptURL: (url: string) => string;
}
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: ScriptPolicy) => ScriptPolicy;
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };

/**
 * Starts a worker of the page's own; `name` is also that of the policy that lets its address be used. Once
 * for each name.
 */
export function ownWorker(name: string, url: string): () => Worker {
  const policy = trustedTypes?.createPolicy(name, { createScriptURL: () => url });
  return () => new Worker(policy?.createScriptURL(url) ?? url, { type: "module", name });
}
