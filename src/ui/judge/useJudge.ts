import { useEffect, useState } from "react";

type Judge = typeof import("./judge");

let loaded: Judge | undefined;
let loading: Promise<Judge> | undefined;

/** What the page knows of EAS; `undefined` until it is loaded, which the first use begins. */
export function useJudge(): Judge | undefined {
  const [judge, setJudge] = useState(loaded);
  useEffect(() => {
    if (judge !== undefined) return;
    let isMounted = true;
    loading ??= import("./judge");
    void loading.then((module) => {
      loaded = module;
      if (isMounted) setJudge(module);
    });
    return () => {
      isMounted = false;
    };
  }, [judge]);
  return judge;
}
