import { dumpFormats } from "./dump/formats";
import { fileFormats } from "./files/formats";
import type { Format } from "./format";
import { httpFormats } from "./http/formats";
import { literal, literalUtf8 } from "./sourceCode/formats";
import { base64, dataUri } from "./text/base64";
import { embedded } from "./text/embedded";
import { escaped, escapedUtf8, percent, quotedPrintable } from "./text/escaped";
import { hex } from "./text/hex";
import { json } from "./text/json";
import { binary, decimal, octal } from "./text/numbers";
import { xml } from "./text/xml";
import { wbxml } from "./wbxml";
import { wiresharkFormats } from "./wireshark/formats";

/** The text notations for the bytes of one payload, most distinctive first. */
export const textFormats: readonly Format[] = [
  dataUri,
  ...wiresharkFormats,
  ...dumpFormats,
  json,
  literal,
  literalUtf8,
  escaped,
  escapedUtf8,
  hex,
  decimal,
  octal,
  binary,
  base64,
  percent,
  quotedPrintable,
  xml,
  embedded,
];

/** Every format. If two have the same confidence in an input, the earlier one is used. */
export const formats: readonly Format[] = [wbxml, ...fileFormats, ...httpFormats, ...textFormats];
