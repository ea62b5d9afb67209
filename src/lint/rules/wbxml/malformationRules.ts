import type { MalformationCode } from "../../../wbxml/malformation";
import type { Rule } from "../../rule";
import { attributeValueWithoutStart } from "./attribute-value-without-start";
import { contentOutsideRoot } from "./content-outside-root";
import { emptyBody } from "./empty-body";
import { entityOutOfRange } from "./entity-out-of-range";
import { integerOverflow } from "./integer-overflow";
import { missingHeader } from "./missing-header";
import { noRoot } from "./no-root";
import { notWbxml } from "./not-wbxml";
import { opaqueInVersion10 } from "./opaque-in-version-1.0";
import { opaqueLengthByteMissing } from "./opaque-length-byte-missing";
import { stringIndexOutOfRange } from "./string-index-out-of-range";
import { textNotInCharset } from "./text-not-in-charset";
import { tokenNotAllowedInAttributes } from "./token-not-allowed-in-attributes";
import { tooManyMalformations } from "./too-many-malformations";
import { trailingBytes } from "./trailing-bytes";
import { truncatedAttributes } from "./truncated-attributes";
import { truncatedHeader } from "./truncated-header";
import { truncatedInteger } from "./truncated-integer";
import { truncatedOpaque } from "./truncated-opaque";
import { truncatedStringTable } from "./truncated-string-table";
import { truncatedToken } from "./truncated-token";
import { unclosedElements } from "./unclosed-elements";
import { unexpectedEnd } from "./unexpected-end";
import { unknownCharset } from "./unknown-charset";
import { unknownVersion } from "./unknown-version";
import { unterminatedString } from "./unterminated-string";

/**
 * One rule per malformation code, so that every report on the page has a rule to explain it. A code without a
 * rule does not compile.
 */
export const malformationRules: Readonly<Record<MalformationCode, Rule>> = {
  "empty-body": emptyBody,
  "not-wbxml": notWbxml,
  "missing-header": missingHeader,
  "truncated-header": truncatedHeader,
  "unknown-version": unknownVersion,
  "unknown-charset": unknownCharset,
  "truncated-string-table": truncatedStringTable,
  "truncated-integer": truncatedInteger,
  "integer-overflow": integerOverflow,
  "truncated-token": truncatedToken,
  "truncated-opaque": truncatedOpaque,
  "opaque-length-byte-missing": opaqueLengthByteMissing,
  "opaque-in-version-1.0": opaqueInVersion10,
  "unterminated-string": unterminatedString,
  "truncated-attributes": truncatedAttributes,
  "attribute-value-without-start": attributeValueWithoutStart,
  "token-not-allowed-in-attributes": tokenNotAllowedInAttributes,
  "string-index-out-of-range": stringIndexOutOfRange,
  "entity-out-of-range": entityOutOfRange,
  "text-not-in-charset": textNotInCharset,
  "content-outside-root": contentOutsideRoot,
  "unexpected-end": unexpectedEnd,
  "unclosed-elements": unclosedElements,
  "no-root": noRoot,
  "trailing-bytes": trailingBytes,
  "too-many-malformations": tooManyMalformations,
};
