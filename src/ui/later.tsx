import { type ComponentType, createElement, type ReactNode, useEffect, useState } from "react";

/** A component whose code is loaded when it is first drawn, or earlier by calling `load`. */
export interface Later<P> {
  (props: P): ReactNode;
  readonly load: () => Promise<void>;
}

/**
 * Makes a component that loads its own code. Until then it shows `meanwhile`, or the result of calling
 * `meanwhile` with the props. Once the code is loaded it is drawn immediately; a component made with React's
 * `lazy` draws its fallback first even then, and keeps it for 300 ms.
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
  const LaterComponent = (props: P): ReactNode => {
    const [loadError, setFailure] = useState<{ readonly error: unknown }>();
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
    if (loadError !== undefined) throw loadError.error; // caught by the boundary that shows the crash
    if (component !== undefined) return createElement(component, props);
    return typeof meanwhile === "function" ? meanwhile(props) : meanwhile;
  };
  return Object.assign(LaterComponent, { load });
}
