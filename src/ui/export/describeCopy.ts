import { formatCount } from "../../eas/values/reading";
import type { Editing } from "../../store/editing";

/** What is copied of a payload, as the end of "Copied …": "264 bytes as C array". */
export function describeCopy(
  { document, isDraft }: Pick<Editing, "document" | "isDraft">,
  { id, title }: { readonly id: string; readonly title: string },
): string {
  if (isDraft && id === "xml") return "the XML, which can't be encoded yet";
  return `${formatCount(document.bytes.length, "byte")} as ${title}`;
}
