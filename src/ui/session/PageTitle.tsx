import { useEffect } from "react";
import { isEdited, type OpenCapture } from "../../store/inspector";
import { useTitle } from "../context/useTitle";

const PAGE_TITLE = "WBXML Inspector";

/**
 * Sets the title of the browser's tab: the capture that is shown, its source, and a dot in front if it is
 * edited.
 */
export function PageTitle({ open }: { readonly open: OpenCapture }) {
  const { title } = useTitle(open);
  const source = open.capture?.source;
  const edited = isEdited(open);
  useEffect(() => {
    const words = [title, source === title ? undefined : source, PAGE_TITLE];
    const shown = words.filter((word) => word !== undefined && word !== "").join(" · ");
    document.title = edited ? `● ${shown}` : shown;
    return () => {
      document.title = PAGE_TITLE;
    };
  }, [title, source, edited]);
  return null;
}
