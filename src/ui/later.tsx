import { type ComponentType, createElement, type ReactNode, useEffect, useState } from "react";

/** A component whose code comes when it is first drawn, or when `load` is called before that. */
export interface Later<P> {
  (props: P): ReactNode;
  readonly load: () => Promise<void>;
}

/**
 * A component that is loaded by itself; `meanwhile`, or what it makes of the properties, stands there until
 * then. Once its code is there it is drawn at once: a component of React's `lazy` is drawn after its fallback
 * even then, and the fallback stays for 300 ms.
 */
export function later<P extends object>(
  fetch: () => Promise<{ readonly default: ComponentType<P> }>,
  meanwhile: ReactNode | ((props: P) => ReactNode) = null,
): Later<P> {
  let component: ComponentType<P> | undefined;
  let coming: Promise<void> | undefined;
  const load = (): Promise<void> => {
    coming ??= fetch().then((module) => {
      component = module.default;
    });
    return coming;
  };
  const Drawn = (props: P): ReactNode => {
    const [failure, setFailure] = useState<{ readonly error: unknown }>();
    const [isThere, setThere] = useState(component !== undefined);
    useEffect(() => {
      if (isThere) return;
      let isMounted = true;
      void load().then(
        () => isMounted && setThere(true),
        (error: unknown) => isMounted && setFailure({ error }),
      );
      return () => {
        isMounted = false;
      };
    }, [isThere]);
    if (failure !== undefined) throw failure.error; // to where the page says that something went wrong
    if (component !== undefined) return createElement(component, props);
    return typeof meanwhile === "function" ? meanwhile(props) : meanwhile;
  };
  return Object.assign(Drawn, { load });
}
