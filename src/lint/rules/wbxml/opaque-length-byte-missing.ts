import { sayOpaqueLength } from "../../facts/wbxml/malformationFixes";
import { wap } from "../../facts/wbxml/wap";
import type { Rule } from "../../rule";
import { HEADER, malformationRule } from "./malformationRule";

const A_128 = Array.from({ length: 128 }, () => "41").join(" ");

/** An OPAQUE whose length lacks its last byte, as some phones write it. */
export const opaqueLengthByteMissing: Rule = malformationRule("opaque-length-byte-missing", {
  title: "OPAQUE length is missing its last byte",
  why:
    "Without its last byte, the length has the wrong value, and everything after it is read from the " +
    "wrong offset.",
  spec: wap("5.8.4.6"),
  repair: sayOpaqueLength,
  broken: `${HEADER} 45 46 C3 81 ${A_128} 01 47 03 31 00 01 01`,
  repaired: `${HEADER} 45 46 C3 81 00 ${A_128} 01 47 03 31 00 01 01`,
  whole: `${HEADER} 45 46 C3 81 00 ${A_128} 01 47 03 31 00 01 01`,
});
