import type { Template } from "../../craft/templates/template";
import { templates } from "../../craft/templates/templates";
import { encodeXml } from "../../document/encode";
import { easCodeSpace } from "../../eas/codeSpace";
import type { ProtocolVersion } from "../../eas/versions";
import type { Capture } from "../../formats/format";
import { addCaptures } from "../../store/edits";
import { noTrail, useInspector } from "../../store/inspector";
import { readShownContext } from "../judge/judge";
import { toast } from "../toast/toasts";
import { versionFor } from "./version";

/**
 * A template as a message: its payload, with command, direction and version said, so that nothing has to be
 * inferred.
 */
function captureOf({ title, command, direction, xml }: Template, version: ProtocolVersion): Capture {
  const { bytes } = encodeXml(xml(version) ?? "", easCodeSpace);
  const contentType = "application/vnd.ms-sync.wbxml";
  return { label: title, command, direction, version, payload: bytes, contentType, origin: {}, problems: [] };
}

/** Puts a template behind what is open, and shows it. */
export function addTemplate(template: Template, version: ProtocolVersion): void {
  addCaptures([captureOf(template, version)], `${template.title} added`);
}

/** Opens a template in the place of what is open, which a word on the page brings back. */
export function openTemplate(template: Template, version: ProtocolVersion): void {
  const { captures, current, reading, selection, collapsed, trail, context } = useInspector.getState();
  const auto = { ...context, version: "auto", direction: "auto" } as const;
  useInspector.setState({ captures: [], reading: undefined, trail: noTrail, context: auto });
  addCaptures([captureOf(template, version)], `${template.title} opened`);
  if (captures.length === 0) return;
  const bringBack = (): void =>
    useInspector.setState({ captures, current, reading, selection, collapsed, trail, context });
  toast(
    captures.length === 1
      ? "What was open was replaced."
      : `The ${captures.length} captures that were open were replaced.`,
    {
      title: "Bring back",
      run: bringBack,
    },
  );
}

/** Opens the template of an id, for the version of what is shown. */
export function openTemplateById(id: string): void {
  const template = templates.find((one) => one.id === id);
  if (template !== undefined) openTemplate(template, versionFor(template, readShownContext().version));
}
