import { Undo2, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button, Dialog, Heading } from "react-aria-components";
import type { Exchange } from "../../session/conversations";
import { type ChosenContext, type MessageContext, nothingChosen } from "../../session/messageContext";
import { type OpenCapture, useInspector } from "../../store/inspector";
import { Icon } from "../kit/icons/Icon";
import { DirectionField, FolderField, ServerField, VersionField } from "./ContextFields";
import type { VersionAdvice } from "./contextWords";
import { FactLine } from "./FactLine";
import { useDetectedContext } from "./useVersionAdvice";
import "./context.css";

interface Props {
  readonly open: OpenCapture;
  readonly exchange: Exchange | undefined;
  readonly context: MessageContext;
  readonly advice: VersionAdvice | undefined;
}

/** What the payload is read as: each fact, where it is known from, and controls to change it. */
export function ContextDialog({ open, exchange, context, advice }: Props) {
  const detected = useDetectedContext(open, exchange) ?? context;
  const { command = "Unknown", commandFrom } = context;
  const facts = { open, exchange, context, detected };
  return (
    <Dialog className="context-dialog">
      <header className="context-head">
        <Heading slot="title">Read this payload as</Heading>
        <Button slot="close" className="icon-button" aria-label="Close">
          <Icon of={X} />
        </Button>
      </header>
      <div className="context-fields">
        <Field title="Command">
          <span className="context-command">{command}</span>
          <FactLine from={commandFrom} />
        </Field>
        <Field title="Direction">
          <DirectionField {...facts} />
        </Field>
        <Field title="Version">
          <VersionField {...facts} isWarning={advice !== undefined} />
          {advice !== undefined && <Advice advice={advice} detected={detected} />}
        </Field>
        <Field title="Folder">
          <FolderField {...facts} />
        </Field>
        <Field title="Server">
          <ServerField {...facts} />
        </Field>
      </div>
      <Foot chosen={open.context} />
    </Dialog>
  );
}

function Field({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="context-field">
      <span className="context-label">{title}</span>
      <div className="context-value">{children}</div>
    </div>
  );
}

interface AdviceProps {
  readonly advice: VersionAdvice;
  readonly detected: MessageContext;
}

function Advice({ advice: { sentence, use }, detected }: AdviceProps) {
  const setContext = useInspector((state) => state.setContext);
  const isDetected = use === detected.version;
  return (
    <div className="context-advice" role="note">
      <p>{sentence}</p>
      {use !== undefined && (
        <Button
          className="button is-small"
          onPress={() => setContext({ version: isDetected ? nothingChosen.version : use })}
        >
          {isDetected ? `Use ${use}, from HTTP` : `Use ${use}`}
        </Button>
      )}
    </div>
  );
}

function Foot({ chosen = nothingChosen }: { readonly chosen: ChosenContext | undefined }) {
  const setContext = useInspector((state) => state.setContext);
  const { direction, version, folder, product } = chosen;
  const isNothing =
    direction === "auto" && version === "auto" && folder === "unknown" && product === "unknown";
  return (
    <footer className="context-foot">
      <Button className="quiet-button" isDisabled={isNothing} onPress={() => setContext(nothingChosen)}>
        <Icon of={Undo2} />
        Reset to detected values
      </Button>
      <span title="The direction applies to this message, the server to all messages of its source.">
        Applies to this exchange
      </span>
    </footer>
  );
}
