import type { Template } from "../../craft/templates/template";
import { templates } from "../../craft/templates/templates";
import { encodeXml } from "../../document/encode";
import { easCodeSpace } from "../../eas/codeSpace";
import type { ProtocolVersion } from "../../eas/versions";
import type { Capture } from "../../formats/format";
import { addCaptures } from "../../store/edits";
import { noTrail, useInspector } from "../../store/inspector";
import { readShownContext } from "../lint/easFacts";
import { toast } from "../toast/toasts";
import { versionFor } from "./version";

/**
 * A template as a capture: its payload, with command, direction and version set, so that nothing has to be
 * inferred.
 */
function makeCapture({ title, command, direction, xml }: Template, version: ProtocolVersion): Capture {
  const { bytes } = encodeXml(xml(version) ?? "", easCodeSpace);
  const contentType = "application/vnd.ms-sync.wbxml";
  return { label: title, command, direction, version, payload: bytes, contentType, origin: {}, problems: [] };
}

/** Adds a template after the captures that are open, and shows it. */
export function addTemplate(template: Template, version: ProtocolVersion): void {
  addCaptures([makeCapture(template, version)], `Added ${template.title}`);
}

/** Replaces the open captures with a template, and offers to restore them. */
export function openTemplate(template: Template, version: ProtocolVersion): void {
  const { captures, current, reading, selection, collapsed, trail, context } = useInspector.getState();
  const auto = { ...context, version: "auto", direction: "auto" } as const;
  useInspector.setState({ captures: [], reading: undefined, trail: noTrail, context: auto });
  addCaptures([makeCapture(template, version)], `Opened ${template.title}`);
  if (captures.length === 0) return;
  const restore = (): void =>
    useInspector.setState({ captures, current, reading, selection, collapsed, trail, context });
  toast(
    captures.length === 1
      ? "The open capture was replaced."
      : `The ${captures.length} open captures were replaced.`,
    {
      title: "Restore",
      run: restore,
    },
  );
}

/** Opens the template with the given id, for the version of the message that is shown. */
export function openTemplateById(id: string): void {
  const template = templates.find((one) => one.id === id);
  if (template !== undefined) openTemplate(template, versionFor(template, readShownContext().version));
}
