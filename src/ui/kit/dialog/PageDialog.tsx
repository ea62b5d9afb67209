import type { ReactNode } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useInspector } from "../../../store/inspector";

interface Props {
  readonly title: string;
  /**
   * `wide` fills most of the page: for lists, comparisons and previews. `omnibox` stands at the top, without
   * a title that is seen.
   */
  readonly size?: "small" | "wide" | "omnibox";
  readonly children: ReactNode;
}

/**
 * The frame of everything that opens over the panes: a title, ways to close it (a button, Escape, a click
 * outside), and focus that is trapped and then restored.
 */
export function PageDialog({ title, size = "small", children }: Props) {
  const close = (): void => useInspector.getState().openDialog(undefined);
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal className={size === "small" ? "modal" : `modal is-${size}`}>
        <Dialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <Button className="button is-small" aria-label="Close" onPress={close}>
              ✕
            </Button>
          </header>
          <div className="dialog-body">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
