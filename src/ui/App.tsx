import { useCurrent, useInspector } from "../store/inspector";
import { AfterPaint } from "./AfterPaint";
import { PageTitle } from "./captures/PageTitle";
import { useKeys } from "./commands/useKeys";
import { Boundary } from "./crash/Boundary";
import { useCrashes } from "./crash/crashes";
import { Dialogs } from "./dialog/Dialogs";
import { BusyLine } from "./input/BusyLine";
import { DropTarget } from "./input/DropTarget";
import { InputLine } from "./input/InputLine";
import { PasswordDialog } from "./input/passwordLater";
import { usePaste } from "./input/usePaste";
import { useKeepTab } from "./keep/useKeepTab";
import { useLosses } from "./keep/useLosses";
import { useShareLink } from "./out/useShareLink";
import { PrintView } from "./print/printLater";
import { Toasts } from "./toast/toastsLater";
import { Toolbar } from "./toolbar/Toolbar";
import { useTheme } from "./toolbar/useTheme";
import { usePreload } from "./usePreload";
import { Welcome } from "./welcome/Welcome";
import { Workspace } from "./workspace/panesLater";

/** The page. */
export function App() {
  return (
    <Boundary name="The page">
      <Page />
    </Boundary>
  );
}

function Page() {
  const open = useCurrent();
  const isOpen = open !== undefined;
  const announcement = useInspector((state) => state.announcement);
  const passwordRequest = useInspector((state) => state.passwordRequest);
  useCrashes();
  usePaste();
  useKeys();
  useTheme();
  useKeepTab();
  useLosses();
  usePreload();
  useShareLink();
  return (
    <DropTarget>
      {open !== undefined && <PageTitle open={open} />}
      <Boundary name="The toolbar">
        <Toolbar />
      </Boundary>
      <Boundary name="The line of the input">
        <InputLine />
      </Boundary>
      <BusyLine />
      <main className="page">{isOpen ? <Workspace /> : <Welcome />}</main>
      <div className="visually-hidden" role="status" aria-live="polite">
        {announcement}
      </div>
      {isOpen && (
        <AfterPaint>
          <PrintView />
        </AfterPaint>
      )}
      <Dialogs />
      <Toasts />
      {passwordRequest !== undefined && (
        <div className="dialogs">
          <PasswordDialog
            key={`${passwordRequest.name} ${passwordRequest.wasWrong}`}
            passwordRequest={passwordRequest}
          />
        </div>
      )}
    </DropTarget>
  );
}
