/** Names bound to values inside nested scopes, as the declarations of open elements bind prefixes. */
export interface Scopes {
  /**
   * What is bound now: one object that changes as scopes open and close. It has no prototype, because any
   * text can be a name.
   */
  readonly inForce: Record<string, string>;
  /** Opens a scope with bindings of its own. */
  readonly enter: (own: Readonly<Record<string, string>>) => void;
  /** Closes the innermost scope: what it bound has again the value from before. */
  readonly leave: () => void;
}

/** What a scope replaced: each name it bound, with the value from before. */
type Replaced = readonly (readonly [name: string, before: string | undefined])[];

const NOTHING: Replaced = [];

/**
 * Scopes inside an outermost one that binds `initial`.
 *
 * A table of everything in force for each scope would cost the square of the depth if every scope binds a
 * name. Here there is one table, and each scope only remembers what it replaced, so that entering and leaving
 * cost what the scope itself binds.
 */
export function openScopes(initial: Readonly<Record<string, string>>): Scopes {
  const inForce = Object.assign(Object.create(null) as Record<string, string>, initial);
  const scopes: Replaced[] = [];
  return {
    inForce,
    enter: (own) => {
      const names = Object.keys(own);
      scopes.push(names.length === 0 ? NOTHING : names.map((name) => [name, inForce[name]] as const));
      Object.assign(inForce, own);
    },
    leave: () => {
      for (const [name, before] of scopes.pop() ?? NOTHING) {
        if (before === undefined) delete inForce[name];
        else inForce[name] = before;
      }
    },
  };
}
