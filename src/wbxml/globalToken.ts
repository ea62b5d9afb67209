/** The global tokens: they mean the same on every code page of every code space [WAP-192 7.1]. */
export const GlobalToken = {
  SWITCH_PAGE: 0x00,
  END: 0x01,
  ENTITY: 0x02,
  STR_I: 0x03,
  LITERAL: 0x04,
  EXT_I_0: 0x40,
  EXT_I_1: 0x41,
  EXT_I_2: 0x42,
  PI: 0x43,
  LITERAL_C: 0x44,
  EXT_T_0: 0x80,
  EXT_T_1: 0x81,
  EXT_T_2: 0x82,
  STR_T: 0x83,
  LITERAL_A: 0x84,
  EXT_0: 0xc0,
  EXT_1: 0xc1,
  EXT_2: 0xc2,
  OPAQUE: 0xc3,
  LITERAL_AC: 0xc4,
} as const;

/** The bit of a tag token that means an attribute list follows [WAP-192 5.8.2]. */
export const ATTRIBUTE_BIT = 0x80;

/** The bit of a tag token that means content and an END follow [WAP-192 5.8.2]. */
export const CONTENT_BIT = 0x40;

/** The identity of a tag token: bits 5 to 0 [WAP-192 5.8.2]. */
export const IDENTITY_BITS = 0x3f;

/** Whether a byte of the tag code space is one of the global tokens: identity 0 to 4. */
export function isGlobal(byte: number): boolean {
  return (byte & IDENTITY_BITS) < 5;
}
