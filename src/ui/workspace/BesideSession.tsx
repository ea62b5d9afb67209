import type { ReactNode } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { storedTexts } from "../../browser/storage";
import { useInspector } from "../../store/inspector";
import { toggleFold } from "./folding";

interface Props {
  readonly session: ReactNode;
  readonly children: ReactNode;
}

/** The session in a column at the left of what is shown, unless it is hidden. */
export function BesideSession({ session, children }: Props) {
  const isFolded = useInspector(({ folded }) => folded.has("captures"));
  const panelIds = isFolded ? ["shown"] : ["captures", "shown"];
  const layout = useDefaultLayout({ id: "wbxml-inspector.session", storage: storedTexts, panelIds });
  return (
    <Group key={panelIds.length} orientation="horizontal" className="split" id="session" {...layout}>
      {!isFolded && (
        <>
          <Panel
            id="captures"
            minSize="240px"
            maxSize="70%"
            defaultSize="300px"
            groupResizeBehavior="preserve-pixel-size"
          >
            <SessionColumn>{session}</SessionColumn>
          </Panel>
          <Separator className="separator" aria-label="Width of the session" />
        </>
      )}
      <Panel id="shown" minSize="30%">
        <div className="shown">{children}</div>
      </Panel>
    </Group>
  );
}

/** The session in a drawer over what is shown; it is closed by choosing what it is open for, or by Escape. */
export function SessionDrawer({ session }: Pick<Props, "session">) {
  const isOpen = useInspector((state) => state.isDrawerOpen);
  return (
    <ModalOverlay
      className="drawer-overlay"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(isDrawerOpen) => useInspector.setState({ isDrawerOpen })}
    >
      <Modal className="drawer">
        <Dialog className="drawer-content" aria-label="Session">
          <SessionColumn>{session}</SessionColumn>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Shows the session, or hides it: the drawer where there is one, otherwise its column. */
export function toggleSession(hasDrawer: boolean): void {
  if (hasDrawer) useInspector.setState(({ isDrawerOpen }) => ({ isDrawerOpen: !isDrawerOpen }));
  else toggleFold("captures");
}

function SessionColumn({ children }: { readonly children: ReactNode }) {
  return (
    <section className="pane is-captures" aria-label="Session" tabIndex={-1}>
      <div className="pane-content">{children}</div>
    </section>
  );
}
