import type { ComponentType } from "react";
import type { DialogName } from "../../store/dialogs";
import { useInspector } from "../../store/inspector";
import { pageDialogs } from "./dialogs";

const dialogs: Readonly<Partial<Record<DialogName, ComponentType>>> = pageDialogs;

/** The dialog that is open over all panes, if there is one. */
export function OpenDialog() {
  const name = useInspector((state) => state.dialog);
  const Open = name === undefined ? undefined : dialogs[name];
  return Open === undefined ? null : (
    <div className="dialogs">
      <Open key={name} />
    </div>
  );
}
