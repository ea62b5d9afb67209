// a payload
byte[] request = new byte[] { 0x03, 0x01, 0x6A, 0x00, 0x00, 0x07, 0x56, 0x52, 0x03, 0x30, 0x00, 0x01, 0x01 };
var other = Convert.FromBase64String("AwFqAEVcT0sDMAABUgM1AAFXSQMxAAEBAQEB");
const char *c = "\x03\x01\x6a\0\x00\x07VR\x03" "0\0\1\1"; /* b'\x03\x01' */
