import { type ComponentType, createElement, type ReactNode, useEffect, useRef, useState } from "react";
import { Boundary } from "../crash/Boundary";
import { FaultNotice } from "../crash/FaultNotice";
import { laterCode } from "./laterCode";

/** A component whose code is loaded when it is first drawn, or earlier by calling `load`. */
export interface Later<P> {
  (props: P): ReactNode;
  /** Loads the code. Rejects if it could not be loaded; a later call tries again. */
  readonly load: () => Promise<void>;
}

/** What could not be loaded, and a function that tries again. */
export interface FailedLoad {
  readonly error: Error;
  readonly retry: () => void;
}

/** What a component that is loaded later shows as long as its code is not there. */
export interface Meanwhile<P> {
  /** What it is, as the beginning of a sentence: "The tree". */
  readonly name: string;
  /** What is shown while the code is loaded; nothing by default. */
  readonly loading?: ReactNode | ((props: P) => ReactNode);
  /** What is shown if the code could not be loaded; a notice with "Try again" by default. */
  readonly failed?: (load: FailedLoad, props: P) => ReactNode;
  /** Takes away what a user has opened. A notice then has a button for it. */
  readonly onClose?: (props: P) => void;
}

/** Parts that could not be loaded. When one of them is tried again and can be, the others are tried, too. */
const waiting = new Set<() => void>();

function retryOthers(): void {
  const others = [...waiting];
  waiting.clear();
  for (const retry of others) retry();
}

/** Loads code that is not there yet. Gives what prevented it, and what tries again. */
function useLoad(
  load: () => Promise<void>,
  isLoaded: boolean,
): { readonly error: Error | undefined; readonly retry: () => void } {
  const [error, setError] = useState<Error>();
  const [isThere, setThere] = useState(isLoaded);
  const isRetried = useRef(false);
  const isWaiting = !isThere && error === undefined;
  useEffect(() => {
    if (!isWaiting) return;
    let isMounted = true;
    void load().then(
      () => {
        if (isMounted) setThere(true);
        if (isRetried.current) retryOthers();
      },
      (thrown: unknown) =>
        isMounted && setError(thrown instanceof Error ? thrown : new Error(String(thrown))),
    );
    return () => {
      isMounted = false;
    };
  }, [isWaiting, load]);
  useEffect(() => {
    if (error === undefined) return;
    const again = (): void => setError(undefined);
    waiting.add(again);
    return () => void waiting.delete(again);
  }, [error]);
  const retry = (): void => {
    isRetried.current = true;
    setError(undefined);
  };
  return { error, retry };
}

/**
 * Makes a component that loads its own code. Once the code is loaded it is drawn immediately; a component
 * made with React's `lazy` draws its fallback first even then, and keeps it for 300 ms. Code that cannot be
 * loaded, and errors of the component, are shown in its place and end nothing else.
 */
export function later<P extends object>(
  fetch: () => Promise<{ readonly default?: ComponentType<P> }>,
  { name, loading = null, failed, onClose }: Meanwhile<P>,
): Later<P> {
  let component: ComponentType<P> | undefined;
  const code = laterCode(async () => {
    const loaded = (await fetch()).default;
    if (loaded === undefined) throw new Error("Error loading dynamically imported module: it is empty");
    return loaded;
  });
  const load = async (): Promise<void> => {
    component = await code.load();
  };
  const LaterComponent = (props: P): ReactNode => {
    const { error, retry } = useLoad(load, component !== undefined);
    const close = onClose && ((): void => onClose(props));
    if (component !== undefined)
      return (
        <Boundary name={name} onClose={close}>
          {createElement(component, props)}
        </Boundary>
      );
    if (error !== undefined)
      return failed === undefined ? (
        <FaultNotice name={name} error={error} onRetry={retry} onClose={close} />
      ) : (
        failed({ error, retry }, props)
      );
    return typeof loading === "function" ? loading(props) : loading;
  };
  return Object.assign(LaterComponent, { load });
}
