import type { LinkedDocument } from "../../document/open";
import { onlyLeaf } from "../../document/rows";
import type { MessageContext } from "../../session/messageContext";
import { useEasFacts } from "../context/useEasFacts";
import { type FolderNames, findFolderName } from "./folderNames";
import { tellOtherVersions } from "./rowParts";

/** What EAS makes of a row. */
export interface RowMeaning {
  /** "InvalidSyncKey", "Inbox"; for an element that the version lacks: "14.0 or later". */
  readonly meaning: string | undefined;
  /** Whether the version of the message lacks the element. */
  readonly isElsewhere: boolean;
}

/** What EAS makes of a row: what it means once that is loaded, and whether its version has the element. */
export function useRowMeaning(
  document: LinkedDocument,
  node: number,
  context: MessageContext | undefined,
  folders: FolderNames,
): RowMeaning {
  const easFacts = useEasFacts();
  const versions = tellOtherVersions(document, node, context?.version);
  if (versions !== undefined) return { meaning: versions, isElsewhere: true };
  if (onlyLeaf(document.tree.tokens, node) < 0) return { meaning: undefined, isElsewhere: false };
  const meaning =
    findFolderName(document, node, folders) ?? easFacts?.findShortMeaning(document, node, context);
  return { meaning, isElsewhere: false };
}
