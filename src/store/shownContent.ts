import { create } from "zustand";
import { TooLargeError } from "../document/size";
import type { Capture } from "../formats/format";
import { openBodyInWorker } from "./documentClient";
import { type CaptureContent, type OpenCapture, useInspector } from "./inspector";

/** Up to this many bytes, the page opens the body of a capture by itself, at once. */
const MAX_AT_ONCE = 256 * 1024;

/** How the opening of the body of the capture that is shown goes on, if it is a large one. */
export interface OpeningState {
  readonly capture: Capture;
  /** `undefined` while it is being opened; otherwise it is not: it was cancelled, or an error occurred. */
  readonly stopped: "cancelled" | { readonly reason: string; readonly isTooLarge: boolean } | undefined;
}

/** The body that is being opened, or could not be. */
export const useOpeningBody = create<{ readonly opening: OpeningState | undefined }>()(() => ({
  opening: undefined,
}));

/** Whether a capture is so large that its body is opened in a worker. */
export function isOpenedInWorker({ payload }: Pick<Capture, "payload">): boolean {
  return payload.length > MAX_AT_ONCE;
}

let controller: AbortController | undefined;

/** Opens the body of the capture that is shown, if it is not open yet and no attempt has ended. */
export function openShownBody(): void {
  const { captures, current } = useInspector.getState();
  const { capture, content } = captures[current] ?? {};
  const { opening } = useOpeningBody.getState();
  if (content === undefined && capture !== undefined && opening?.capture === capture) return;
  controller?.abort();
  controller = undefined;
  if (capture === undefined || content !== undefined || !isOpenedInWorker(capture)) {
    if (opening !== undefined) useOpeningBody.setState({ opening: undefined });
    return;
  }
  void openLarge(capture);
}

async function openLarge(capture: Capture): Promise<void> {
  const own = new AbortController();
  controller = own;
  const { payload, contentType } = capture;
  useOpeningBody.setState({ opening: { capture, stopped: undefined } });
  try {
    const content = await openBodyInWorker({ payload, contentType }, own.signal);
    if (!own.signal.aborted) putContent(capture, content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const isTooLarge = error instanceof TooLargeError;
    if (controller === own)
      useOpeningBody.setState({
        opening: { capture, stopped: own.signal.aborted ? "cancelled" : { reason, isTooLarge } },
      });
  }
}

function putContent(capture: Capture, content: CaptureContent): void {
  useOpeningBody.setState({ opening: undefined });
  useInspector.setState(({ captures }) => ({
    captures: captures.map(
      (open): OpenCapture => (open.capture === capture && !open.content ? { ...open, content } : open),
    ),
  }));
}

/** Stops opening the body that is shown. */
export function cancelOpening(): void {
  controller?.abort();
}

/** Opens the body again that was not opened. */
export function retryOpening(): void {
  useOpeningBody.setState({ opening: undefined });
  openShownBody();
}

useInspector.subscribe((state, before) => {
  if (state.captures !== before.captures || state.current !== before.current) openShownBody();
});
