import { useCurrent, useInspector } from "../../store/inspector";
import { PrintView } from "../export/printLater";
import { DropTarget } from "../input/DropTarget";
import { setPanesCode } from "../input/panesCode";
import { PasswordDialog } from "../input/passwordLater";
import { RefusedNotice } from "../input/RefusedNotice";
import { usePaste } from "../input/usePaste";
import { useShareLink } from "../input/useShareLink";
import { Welcome } from "../input/Welcome";
import { useKeepTab } from "../keep/useKeepTab";
import { useLosses } from "../keep/useLosses";
import { useKeys } from "../kit/commands/useKeys";
import { Boundary } from "../kit/crash/Boundary";
import { useCrashes } from "../kit/crash/crashes";
import { AfterPaint } from "../kit/load/AfterPaint";
import { usePreload } from "../kit/load/usePreload";
import { useTheme } from "../kit/theme/useTheme";
import { Toasts } from "../kit/toast/toastsLater";
import { PageTitle } from "../session/PageTitle";
import { useIsDocumentScreen } from "../workspace/screens";
import { menuCommands } from "./menuCommands";
import { OpenDialog } from "./OpenDialog";
import { firstPayload } from "./preload";
import { StatusBar } from "./StatusBar";
import { TitleBar } from "./TitleBar";
import { Workspace } from "./workspaceLater";

setPanesCode(Workspace.load);

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
  const isScreen = useIsDocumentScreen();
  const announcement = useInspector((state) => state.announcement);
  const passwordRequest = useInspector((state) => state.passwordRequest);
  useCrashes();
  usePaste();
  useKeys(menuCommands);
  useTheme();
  useKeepTab();
  useLosses();
  usePreload(firstPayload);
  useShareLink();
  return (
    <DropTarget>
      {open !== undefined && <PageTitle open={open} />}
      {!isScreen && (
        <Boundary name="The title bar">
          <TitleBar />
        </Boundary>
      )}
      <main className="page">
        {isScreen && <h1 className="visually-hidden">WBXML Inspector</h1>}
        {isOpen ? <Workspace /> : <Welcome />}
      </main>
      {!isScreen && (
        <Boundary name="The status bar">
          <StatusBar />
        </Boundary>
      )}
      <Boundary name="What could not be opened">
        <RefusedNotice />
      </Boundary>
      <div className="visually-hidden" role="status" aria-live="polite">
        {announcement}
      </div>
      {isOpen && (
        <AfterPaint>
          <PrintView />
        </AfterPaint>
      )}
      <OpenDialog />
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
