import { later } from "../later";

const LOADING = <p className="xml-loading">Loading the editor…</p>;

/** The editor, with Monaco, which is most of the page. */
export const XmlEditor = later(() => import("./XmlEditor"), LOADING);

/** The editor of one element of a large payload. */
export const PartEditor = later(() => import("./PartEditor"), LOADING);
