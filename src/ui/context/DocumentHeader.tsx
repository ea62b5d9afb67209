import { Folder } from "lucide-react";
import type { ReactNode } from "react";
import type { Exchange } from "../../session/conversations";
import { isEdited, type OpenCapture } from "../../store/inspector";
import { useExchange, useSession } from "../../store/session";
import { Icon } from "../kit/icons/Icon";
import { ContextPill } from "./ContextPill";
import { nameFolder, nameFolderKind } from "./contextWords";
import { hasSeveralExchanges, useExchangeMessages } from "./exchangeMessages";
import { HttpOutcome } from "./HttpOutcome";
import { MessageSwitch } from "./MessageSwitch";
import { type PaneToggle, PaneToggles } from "./PaneToggles";
import { useMessageContext } from "./useMessageContext";
import "./header.css";

interface Props {
  readonly open: OpenCapture;
  /** The parts of the page that can be hidden; none where they are tabs. */
  readonly toggles?: readonly PaneToggle[];
  /** What stands at the beginning and at the end of the first line of a narrow page. */
  readonly start?: ReactNode;
  readonly end?: ReactNode;
}

const NO_TOGGLES: readonly PaneToggle[] = [];

/**
 * The bar above the panes: which exchange is shown, its two messages, how it went, and what its payload is
 * read as. It always has the same height, on a narrow page that of its two lines.
 */
export function DocumentHeader({ open, toggles = NO_TOGGLES, start, end }: Props) {
  const exchange = useExchange(open);
  const messages = useExchangeMessages(exchange);
  const context = useMessageContext(open);
  const direction = context === undefined ? open.capture?.direction : context.direction;
  return (
    <section className="document-header" aria-label="Document">
      <div className="document-what">
        {start}
        <ExchangeName exchange={exchange} command={context?.command} isKnown={context !== undefined} />
        {isEdited(open) && <span className="document-edited" role="img" aria-label="Edited" title="Edited" />}
        <FolderNames open={open} exchange={exchange} />
        {end !== undefined && <span className="document-end">{end}</span>}
      </div>
      <div className="document-how">
        <MessageSwitch open={open} messages={messages} direction={direction} />
        <HttpOutcome open={open} exchange={exchange} messages={messages} />
        {context !== undefined && <ContextPill open={open} exchange={exchange} context={context} />}
        <PaneToggles toggles={toggles} />
      </div>
    </section>
  );
}

interface NameProps {
  readonly exchange: Exchange | undefined;
  readonly command: string | undefined;
  /** Whether the code that reads the command has been loaded. */
  readonly isKnown: boolean;
}

function ExchangeName({ exchange, command, isKnown }: NameProps) {
  const several = useSession(hasSeveralExchanges);
  const title = command ?? (isKnown ? "Command unknown" : "");
  return (
    <>
      {several && exchange !== undefined && <span className="document-number">#{exchange.name}</span>}
      <strong className="document-command" title={title}>
        {title}
      </strong>
    </>
  );
}

/** The folders of the exchange, as their server calls them, or the one that was chosen. */
function FolderNames({
  open,
  exchange,
}: {
  readonly open: OpenCapture;
  readonly exchange: Exchange | undefined;
}) {
  const chosen = open.context?.folder ?? "unknown";
  const names = chosen === "unknown" ? (exchange?.folders ?? []).map(nameFolder) : [nameFolderKind(chosen)];
  if (names.length === 0) return null;
  const text = names.join(", ");
  return (
    <span className="document-folders" title={text}>
      <Icon of={Folder} />
      <span className="document-text">{text}</span>
    </span>
  );
}
