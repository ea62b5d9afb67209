import { type ReactNode, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { openPart, type PartProblem, revisePart } from "../../document/edits/part";
import type { LinkedDocument } from "../../document/open";
import { patchBytes } from "../../store/edits";
import { keysText } from "../kit/commands/keys";
import { nodeName } from "../kit/selected";

/** The element of a large payload whose XML is edited on its own. */
export interface ElementEditorProps {
  readonly document: LinkedDocument;
  readonly node: number;
  /** Goes back to the whole XML. */
  readonly onClose: () => void;
}

/** The text of one element as it is being edited. */
export interface ElementText {
  /** The text before any edit. */
  readonly original: string;
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Applies a text to the payload, or shows why it can't be applied. */
  readonly apply: (text: string) => void;
}

/**
 * What stands around the editor of one element. Changes are applied only on request, because applying them
 * reads a payload of many megabytes again.
 */
export function ElementFrame({
  document,
  node,
  onClose,
  children,
}: ElementEditorProps & { readonly children: (text: ElementText) => ReactNode }) {
  const part = useMemo(() => openPart(document, node), [document, node]);
  const original = part.document.xml;
  const [text, setText] = useState(original);
  const [problems, setProblems] = useState<readonly PartProblem[]>([]);
  const name = nodeName(document, node);
  const apply = (written: string): void => {
    const revised = revisePart(part, written);
    setProblems(revised.problems.filter(({ severity }) => severity === "error"));
    if (revised.patches.length > 0) patchBytes(revised.patches, `Edit ${name}`);
  };
  return (
    <div className="xml-part">
      <p className="xml-part-line">
        <Button className="button is-small" onPress={onClose}>
          Back to the whole XML
        </Button>
        <span>Editing only {name}.</span>
        <Button className="button is-small" isDisabled={text === original} onPress={() => apply(text)}>
          Apply to the payload ({keysText("Mod+Enter")})
        </Button>
      </p>
      {problems.length > 0 && (
        <ul className="xml-part-problems" aria-label="Why it can't be applied">
          {listMessages(problems).map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      {children({ original, text, setText, apply })}
    </div>
  );
}

/** More messages would leave no room for the editor. */
const MAX_MESSAGES = 4;

/** What is wrong, each message once. */
function listMessages(problems: readonly PartProblem[]): readonly string[] {
  const messages = [...new Set(problems.map(({ message }) => message))];
  const more = messages.length - MAX_MESSAGES;
  return more > 0 ? [...messages.slice(0, MAX_MESSAGES), `… and ${more} more.`] : messages;
}
