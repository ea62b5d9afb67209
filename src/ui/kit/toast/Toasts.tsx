import { CircleCheck } from "lucide-react";
import {
  Button,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastBody,
  UNSTABLE_ToastRegion as ToastRegion,
} from "react-aria-components";
import { Icon } from "../icons/Icon";
import { toasts } from "./toasts";
import "./toast.css";

/**
 * Messages about what was just done, shown in a corner for a few seconds, with buttons such as Undo.
 */
export default function Toasts() {
  return (
    <ToastRegion queue={toasts} className="toasts" aria-label="Notifications">
      {({ toast }) => (
        <Toast toast={toast} className="toast">
          {toast.content.isAnnounced === true && (
            <span className="toast-done">
              <Icon of={CircleCheck} />
            </span>
          )}
          <ToastBody className="toast-body" {...(toast.content.isAnnounced === true && { role: "none" })}>
            <Text slot="title">{toast.content.text}</Text>
          </ToastBody>
          {toast.content.actions.map(({ title, run }) => (
            <Button
              key={title}
              className="button is-small"
              onPress={() => {
                run();
                toasts.close(toast.key);
              }}
            >
              {title}
            </Button>
          ))}
          <Button slot="close" className="button is-small toast-close" aria-label="Close">
            ✕
          </Button>
        </Toast>
      )}
    </ToastRegion>
  );
}
