import { isFolderKind } from "../../eas/folderKinds";
import { isProduct } from "../../eas/products";
import { isProtocolVersion } from "../../eas/versions";
import type { Capture } from "../../formats/format";
import { readShareFragment, type SharedPayload } from "../../share/link";
import { editText } from "../../store/edits";
import { useInspector } from "../../store/inspector";
import { finishOpening } from "../../store/keep/unfinished";
import { addCaptures } from "../../store/opening";
import { toast } from "../kit/toast/toasts";
import { sayOpened } from "./openedToasts";

/** Adds the payload in a link to the open captures. If the link cannot be read, a toast says why. */
export async function openLink(fragment: string): Promise<void> {
  const read = await readShareFragment(fragment);
  if ("problem" in read) {
    toast(read.problem);
    useInspector.getState().announce(read.problem);
    finishOpening(); // there is nothing to open
    return;
  }
  show(read.shared);
}

function show(shared: SharedPayload): void {
  const { label, bytes, text, direction, command, version, folder, product, selection } = shared;
  const capture: Capture = {
    label,
    direction,
    payload: bytes,
    origin: {},
    problems: [],
    contentType: "application/vnd.ms-sync.wbxml",
    ...(command !== undefined && { command }),
    ...(version !== undefined && { version }),
  };
  const step = addCaptures([capture], `Opened ${label} from a link`);
  const { setContext, select } = useInspector.getState();
  setContext({
    direction: direction ?? "auto",
    version: version !== undefined && isProtocolVersion(version) ? version : "auto",
    folder: folder !== undefined && isFolderKind(folder) ? folder : "unknown",
    product: product !== undefined && isProduct(product) ? product : "unknown",
  });
  if (text !== undefined) editText(text, "Write the XML as shared");
  if (selection !== undefined && selection.end <= bytes.length) select(selection, "go");
  void sayOpened(step);
}
