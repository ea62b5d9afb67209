import { applyPatches } from "../../bytes/patch";
import { diffText } from "../../bytes/textEdit";
import { type LinkedDocument, openPlanned } from "../open";
import { planEdit } from "../plan/fromEdit";
import { planXml } from "../plan/fromXml";
import type { Plan } from "../plan/plan";
import { isEncodable } from "../problem";
import { matchEdited, matchPlans } from "./match";
import { type Revision, revisePlan } from "./revisePlan";

export type { Revision };

/** The result of applying an edited text to a document. */
export interface Edit extends Revision {
  /** The document with this text; `undefined` if the text can't be encoded. */
  readonly document: LinkedDocument | undefined;
}

/**
 * Edited XML → patches. Everything the edit leaves alone keeps its bytes, including unusual ones. A changed
 * leaf changes only its own token. A SWITCH_PAGE that later bytes rely on is restored. `[]` for the
 * document's own text. If the problems include an error, there are no patches.
 */
export function reviseDocument(document: LinkedDocument, xml: string): Revision {
  const { patches, problems } = revise(document, xml);
  return { patches, problems };
}

/**
 * The same, with the resulting document. Its text is the edited text, including the layout, if that has the
 * same meaning as the new bytes.
 */
export function editDocument(document: LinkedDocument, xml: string): Edit {
  if (xml === document.xml) return { patches: [], problems: [], document };
  const { plan, patches, problems } = revise(document, xml);
  if (!isEncodable(problems)) return { patches, problems, document: undefined };
  const bytes = patches.length === 0 ? document.bytes : applyPatches(document.bytes, patches);
  return { patches, problems, document: openPlanned(bytes, document.codeSpace, xml, plan) };
}

function revise(document: LinkedDocument, xml: string): Revision & { readonly plan: Plan } {
  const edit = diffText(document.xml, xml);
  if (edit === undefined) return { patches: [], problems: [], plan: document.plan() };
  const edited =
    document.malformations.length > 0
      ? undefined
      : planEdit(document.plan(), document.xml, edit, document.codeSpace);
  const plan = edited?.plan ?? planXml(xml, document.codeSpace);
  const revision = revisePlan(document, plan, (old, fresh) =>
    edited === undefined ? matchPlans(old.nodes, fresh.nodes) : matchEdited(old, edited),
  );
  return { ...revision, plan };
}
