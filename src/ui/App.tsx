import { lazy, Suspense } from "react";
import { useCurrent, useInspector } from "../store/inspector";
import { AfterPaint } from "./AfterPaint";
import { PageTitle } from "./captures/PageTitle";
import { useKeys } from "./commands/useKeys";
import { Crash } from "./crash/Crash";
import { useCrashes } from "./crash/crashes";
import { Dialogs } from "./dialog/Dialogs";
import { BusyLine } from "./input/BusyLine";
import { DropTarget } from "./input/DropTarget";
import { InputLine } from "./input/InputLine";
import { usePaste } from "./input/usePaste";
import { useKeepTab } from "./keep/useKeepTab";
import { useShareLink } from "./out/useShareLink";
import { PrintView } from "./print/printLater";
import { Toasts } from "./toast/toastsLater";
import { Toolbar } from "./toolbar/Toolbar";
import { useTheme } from "./toolbar/useTheme";
import { usePreload } from "./usePreload";
import { Welcome } from "./welcome/Welcome";
import { Workspace } from "./workspace/panesLater";

const PasswordDialog = lazy(() => import("./input/PasswordDialog"));

/** The page. */
export function App() {
  return (
    <Crash>
      <Page />
    </Crash>
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
  usePreload();
  useShareLink();
  return (
    <DropTarget>
      {open !== undefined && <PageTitle open={open} />}
      <Toolbar />
      <InputLine />
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
      <Suspense fallback={null}>
        {passwordRequest !== undefined && (
          <PasswordDialog
            key={`${passwordRequest.name} ${passwordRequest.wasWrong}`}
            passwordRequest={passwordRequest}
          />
        )}
      </Suspense>
    </DropTarget>
  );
}
