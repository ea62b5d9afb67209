import { useEffect } from "react";
import { type FailedLoad, later } from "../kit/load/later";
import { lastingToast } from "../kit/toast/toasts";

/** What is printed. If its code can't be loaded, the browser prints the page as it is shown. */
export const PrintView = later(() => import("./PrintView"), {
  name: "The layout for paper",
  failed: (load) => <NoLayout {...load} />,
});

function NoLayout({ retry }: FailedLoad) {
  useEffect(() => {
    const say = (): void =>
      lastingToast("The layout for paper could not be loaded. The page is printed as it is shown.", {
        title: "Try again",
        run: retry,
      });
    addEventListener("beforeprint", say);
    return () => removeEventListener("beforeprint", say);
  }, [retry]);
  return null;
}
