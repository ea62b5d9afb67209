import { later } from "../kit/load/later";
import { ElementFrame } from "./ElementFrame";
import { PlainLine, PlainText, PlainXml } from "./PlainXml";

const loading = <p className="xml-loading">Loading the editor…</p>;

/** The XML editor, with Monaco, which is most of the page's code; a plain text area if it can't be loaded. */
export const XmlEditor = later(() => import("./XmlEditor"), {
  name: "The XML editor",
  loading,
  failed: (load, { editing }) => <PlainXml editing={editing} load={load} />,
});

/** The editor of a single element of a large payload; a plain text area if it can't be loaded. */
export const ElementEditor = later(() => import("./ElementEditor"), {
  name: "The XML editor",
  loading,
  failed: ({ retry }, props) => (
    <ElementFrame {...props}>
      {({ text, setText }) => (
        <>
          <PlainLine retry={retry} />
          <PlainText label="XML of the selected element" text={text} onChange={setText} />
        </>
      )}
    </ElementFrame>
  ),
});
