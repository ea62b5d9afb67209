import { chooseCompared } from "../../store/compared";
import { showCapture } from "../../store/edits";
import { useInspector } from "../../store/inspector";
import { chooseMessage, type ListedExchange } from "../../store/sessionList";
import { showComparison } from "../compare/showComparison";
import { closeCapturesInPage, closeSourceInPage } from "../input/openedToasts";
import { hasPayload } from "../kit/commands/menuCommand";
import { laterCode } from "../kit/load/laterCode";
import type { ListRow } from "./listRows";

/** What can be done with a row. */
export interface RowAction {
  readonly id: string;
  readonly title: string;
  readonly isEnabled: boolean;
  readonly run: () => void;
}

const copying = laterCode(() => import("./copyCurl"));

/** Shows an exchange: the message of it that says most. */
export function showExchange(listed: ListedExchange): void {
  showMessage(chooseMessage(listed, useInspector.getState().captures));
}

/** Shows one message of an exchange. */
export function showMessage(index: number): void {
  if (index !== useInspector.getState().current) showCapture(index);
}

/** Closes the messages of an exchange. */
export function closeExchange({ request, response }: ListedExchange): void {
  void closeCapturesInPage([request, response].filter((index) => index !== undefined));
}

/** What can be done with a row of the list. */
export function listRowActions(row: ListRow): readonly RowAction[] {
  if (row.kind === "source") return [closeSource(row.source.name)];
  if (row.kind === "conversation") return [closeSource(row.group.source.name)];
  return [...listExchangeActions(row.listed), closeSource(row.listed.group.source.name)];
}

function closeSource(name: string): RowAction {
  return {
    id: "close-source",
    title: `Close ${name}`,
    isEnabled: true,
    run: () => void closeSourceInPage(name),
  };
}

function listExchangeActions(listed: ListedExchange): readonly RowAction[] {
  const { request, response } = listed;
  const state = useInspector.getState();
  const { captures, current } = state;
  const asked = captures[request ?? -1];
  const isShown = current === request || current === response;
  const exportMessage = (): void => {
    if (!isShown) showExchange(listed);
    useInspector.getState().openDialog("export");
  };
  const compare = (): void => {
    const shown = captures[current]?.capture?.direction;
    chooseCompared((shown === "request" ? (request ?? response) : (response ?? request)) ?? current);
    showComparison();
  };
  return [
    {
      id: "copy-curl",
      title: "Copy as cURL",
      isEnabled: asked !== undefined,
      run: () => copying.run((code) => asked && code.copyCurl(asked)),
    },
    { id: "export", title: "Export…", isEnabled: true, run: exportMessage },
    {
      id: "compare",
      title: "Compare with the one shown…",
      isEnabled: !isShown && hasPayload(state),
      run: compare,
    },
    { id: "close", title: "Close exchange", isEnabled: true, run: () => closeExchange(listed) },
  ];
}
