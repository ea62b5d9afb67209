import { useSyncExternalStore } from "react";
import { later } from "../load/later";
import { toasts } from "./toasts";

/** The toasts; nothing until their code is loaded, and a plain list if it can't be. */
export const Toasts = later(() => import("./Toasts"), { name: "Messages", failed: () => <PlainToasts /> });

function PlainToasts() {
  const shown = useSyncExternalStore(
    (onChange) => toasts.subscribe(onChange),
    () => toasts.visibleToasts,
  );
  return (
    <div className="plain-toasts" role="status" aria-label="Notifications">
      {shown.map(({ key, content: { text, actions } }) => (
        <p key={key} className="plain-toast">
          {text}{" "}
          {[...actions, { title: "Close", run: () => undefined }].map(({ title, run }) => (
            <button
              key={title}
              type="button"
              className="button is-small"
              onClick={() => {
                run();
                toasts.close(key);
              }}
            >
              {title}
            </button>
          ))}
        </p>
      ))}
    </div>
  );
}
