import { Button } from "react-aria-components";
import { useInspector } from "../../store/inspector";
import { forgetEverything } from "../../store/keep/kept";
import { PageDialog } from "../kit/dialog/PageDialog";
import { tryOrToast } from "./tryOrToast";
import "./keep.css";

/** Asks before everything is closed and deleted, because that cannot be undone. */
export default function ForgetDialog() {
  const close = (): void => useInspector.getState().openDialog(undefined);
  return (
    <PageDialog title="Forget everything">
      <p className="keep-note">
        Everything that is open, was closed in this tab or is kept on this computer will be deleted, and so
        will what you have set on this page. This can't be undone.
      </p>
      <div className="dialog-actions">
        <Button className="button" autoFocus onPress={close}>
          Cancel
        </Button>
        <Button className="button is-primary" onPress={() => void tryOrToast(forgetEverything).then(close)}>
          Forget everything
        </Button>
      </div>
    </PageDialog>
  );
}
