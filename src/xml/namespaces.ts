import type { SaxesTagNS } from "saxes";
import { openScopes } from "../bytes/scopes";

/** The namespaces in effect while the parser reads a text. */
export interface Namespaces {
  /**
   * Enters an element that the parser has read. `index` identifies it; `report` gets what the parser says of
   * a prefix without a namespace where the parser does not say it itself.
   */
  readonly enter: (tag: SaxesTagNS, index: number, report: (said: string) => void) => void;
  /** Leaves the innermost element. */
  readonly leave: (prefix: string, index: number) => void;
  /** Whether a namespace stands for a prefix that has none. */
  readonly isUnbound: (prefix: string, namespace: string) => boolean;
}

const ALWAYS_BOUND = { xml: "http://www.w3.org/XML/1998/namespace", xmlns: "http://www.w3.org/2000/xmlns/" };

/**
 * The parser looks up a prefix in the declarations of the open elements, innermost first. Here each of them
 * gets the one table of everything in effect, so that the parser finds a prefix in the first one, at any
 * depth. For the same reason a prefix without a namespace is bound to itself from its first use to the end of
 * the text. The parser then reports only that first use; all others that stand in no element with the same
 * prefix are reported here.
 */
export function openNamespaces(prefixes: Readonly<Record<string, string>>): Namespaces {
  const { inForce, enter, leave } = openScopes({ "": "", ...prefixes, ...ALWAYS_BOUND });
  const unbound = new Set<string>();
  /** Prefixes without a namespace that an open element has: the index of the outermost one. */
  const open = new Map<string, number>();
  const isUnbound = (prefix: string, namespace: string): boolean =>
    prefix !== "" && namespace === prefix && unbound.has(prefix);
  const note = (prefix: string, namespace: string, report: (said: string) => void): void => {
    if (namespace !== prefix || prefix === "" || open.has(prefix)) return;
    if (unbound.has(prefix)) report(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
    else if (inForce[prefix] === undefined) {
      unbound.add(prefix);
      inForce[prefix] = prefix;
    }
  };
  return {
    enter: (tag, index, report) => {
      const { attributes, prefix, uri, ns } = tag;
      note(prefix, uri, report);
      for (const key in attributes) {
        const attribute = attributes[key];
        if (attribute !== undefined) note(attribute.prefix, attribute.uri, report);
      }
      if (isUnbound(prefix, uri) && !open.has(prefix)) open.set(prefix, index);
      enter(ns);
      tag.ns = inForce;
    },
    leave: (prefix, index) => {
      leave();
      if (open.get(prefix) === index) open.delete(prefix);
    },
    isUnbound,
  };
}
