import { Copy, Search } from "lucide-react";
import { hasWholeText } from "../../document/size";
import type { Editing } from "../../store/editing";
import { copyText } from "../kit/copyText";
import { IconButton } from "../kit/IconButton";
import { runInEditor, useHasEditor } from "./editorFeatures";

/** The buttons in the head of the XML: copying all of it, and finding in it. */
export function XmlHead({ editing }: { readonly editing: Editing }) {
  const hasEditor = useHasEditor();
  return (
    <>
      <IconButton
        icon={Search}
        label="Find in the XML"
        isDisabled={!hasEditor}
        onPress={() => runInEditor("find")}
      />
      <IconButton
        icon={Copy}
        label="Copy the XML"
        isDisabled={!hasWholeText(editing.document)}
        onPress={() => void copyText("the XML", editing.text())}
      />
    </>
  );
}
