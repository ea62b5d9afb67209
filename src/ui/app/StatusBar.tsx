import { useInspector } from "../../store/inspector";
import { BusyLine } from "../input/BusyLine";
import { SourceStatus } from "../input/SourceStatus";
import { useIsSessionScreen } from "../workspace/screens";
import { PayloadStatus } from "./workspaceLater";
import "./statusBar.css";

/**
 * The bar at the bottom: how the input was read, the path of the selection, and where writing goes. What is
 * under way is said in its place; its height is always the same.
 */
export function StatusBar() {
  const isBusy = useInspector((state) => state.busy !== undefined);
  const isOpen = useInspector((state) => state.captures.length > 0);
  const isSessionAlone = useIsSessionScreen();
  return (
    <footer className="status-bar" aria-label="Status">
      {isBusy ? <BusyLine /> : <SourceStatus />}
      {isOpen && !isSessionAlone && <PayloadStatus />}
    </footer>
  );
}
