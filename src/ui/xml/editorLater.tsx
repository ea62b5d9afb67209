import { later } from "../later";

const LOADING = <p className="xml-loading">Loading the editor…</p>;

/** The XML editor, with Monaco, which is most of the page's code. */
export const XmlEditor = later(() => import("./XmlEditor"), LOADING);

/** The editor of a single element of a large payload. */
export const ElementEditor = later(() => import("./ElementEditor"), LOADING);
