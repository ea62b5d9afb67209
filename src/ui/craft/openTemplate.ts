import type { Template } from "../../craft/templates/template";
import { encodeXml } from "../../document/encode";
import { easCodeSpace } from "../../eas/codeSpace";
import type { ProtocolVersion } from "../../eas/versions";
import type { Capture } from "../../formats/format";
import { addCaptures, closeAll } from "../../store/opening";
import { sayOpened } from "../input/openedToasts";

/**
 * A template as a capture: its payload, with command, direction and version set, so that nothing has to be
 * inferred.
 */
function makeCapture({ title, command, direction, xml }: Template, version: ProtocolVersion): Capture {
  const { bytes } = encodeXml(xml(version) ?? "", easCodeSpace);
  const contentType = "application/vnd.ms-sync.wbxml";
  return { label: title, command, direction, version, payload: bytes, contentType, origin: {}, problems: [] };
}

/** Adds a template to what is open, and shows it. */
export function openTemplate(template: Template, version: ProtocolVersion): void {
  void sayOpened(addCaptures([makeCapture(template, version)], `Opened ${template.title}`));
}

/** Closes everything that is open and opens a template, and offers to undo it. */
export function openTemplateInstead(template: Template, version: ProtocolVersion): void {
  const { before } = closeAll();
  const { after } = addCaptures([makeCapture(template, version)], `Opened ${template.title}`);
  void sayOpened({ before, after });
}
