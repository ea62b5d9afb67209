/** A kind of input that can be made of any size: a start, a piece that is repeated, and an end. */
export interface InputKind {
  readonly name: string;
  readonly start: string;
  readonly piece: string;
  readonly end: string;
}

function kind(name: string, piece: string, start = "", end = ""): InputKind {
  return { name, start, piece, end };
}

/** An input of a kind, of about this many characters. */
export function makeInput({ start, piece, end }: InputKind, size: number): string {
  return (
    start + piece.repeat(Math.max(1, Math.floor((size - start.length - end.length) / piece.length))) + end
  );
}

const POST = "POST /Microsoft-Server-ActiveSync?Cmd=Sync&User=u&DeviceId=d&DeviceType=t HTTP/1.1\r\n";
const HAR_ENTRY =
  '{"request":{"method":"POST","url":"https://h/Microsoft-Server-ActiveSync?Cmd=Sync","headers":[]},' +
  '"response":{"status":200,"headers":[],"content":{"text":"AwFqAABFXFwBAQE=","encoding":"base64"}}},';
const ITEM = "<Add><ServerId>1</ServerId><ApplicationData/></Add>";
const SYNC = '<Sync xmlns="AirSync"><Collections><Collection><Commands>';

/** Inputs that are as they should be, one for each family of readers. */
export const healthyKinds: readonly InputKind[] = [
  kind("hexadecimal", "03 01 6a 00 45 5c 4f 4b "),
  kind("base64", "AwFqAEVcT0sDMAAB\n"),
  kind("decimal list", "3,1,106,0,69,92,", "[", "1]"),
  kind("hex dump", "00000000  03 01 6a 00 45 5c 4f 4b 03 30 00 01 52 03 31 00\n"),
  kind("od", "0000000 003 001 152 000 105 134 117 113\n"),
  kind("Python bytes", "\\x03\\x01\\x6a\\x00", "b'", "'"),
  kind("C array", "0x03, 0x01, 0x6a, 0x00,\n", "unsigned char a[] = {", "0};"),
  kind("XML", ITEM, SYNC, "</Commands></Collection></Collections></Sync>"),
  kind("HTTP messages", `${POST}Content-Length: 4\r\n\r\n\u0003\u0001j\u0000\r\n`),
  kind("HAR", HAR_ENTRY, '{"log":{"version":"1.2","entries":[', `${HAR_ENTRY.slice(0, -1)}]}}`),
  kind(
    "Burp",
    '<item><request base64="true">UE9TVCAvIEhUVFAvMS4xDQoNCg==</request></item>',
    '<items burpVersion="1">',
    "</items>",
  ),
  kind(
    "Exchange mailbox log",
    "-----------------\n Log Entry: 1\n-----------------\n\nRequestHeader : \nPOST /a\n\n",
  ),
  kind("Z-Push log", "01/01/2020 00:00:00 [1] [WBXML] [ada] WBXML-IN : AwFqAABFXFwBAQE=\n"),
  kind("TbSync log", "WBXML: Sending data\n03 01 6a 00\n"),
  kind("access log", `1.1.1.1 - a [10/Oct/2000:13:55:36 -0700] "${POST.trimEnd()}" 200 1\n`),
  kind(
    "Follow Stream",
    "  - packet: 1\n    peer: 0\n    data: !!binary |\n      AwFqAA==\n",
    "peers:\n  - peer: 0\npackets:\n",
  ),
  kind("tshark", '{"_source":{"layers":{"tcp":{"tcp.payload":"03:01:6a:00"}}}},', "[", "{}]"),
  kind("mail with quotes", "> 03 01 6a 00\nregards\n", "Hi,\n"),
  kind("log lines", "12:00:00 INFO main 03 01 6a 00\n"),
];

/** Inputs that take a careless pattern or loop more than linear time. */
export const hostileKinds: readonly InputKind[] = [
  kind("spaces", " ", "x", "x"),
  kind("spaces in a reason phrase", " ", "HTTP/1.1 200 a", "\u00a0b\r\n\r\n"),
  kind("status lines without an end", "HTTP/1.1 200 "),
  kind("line breaks", "\n", "x", "x"),
  kind("quotes", '"'),
  kind("backslashes", "\\"),
  kind("brackets", "{[("),
  kind("one long word", "word"),
  kind("items without an end", "<item ", '<items burpVersion="1">'),
  kind("headers", "a: b\r\n", POST, "\r\n"),
  kind("nested JSON", "["),
];

/** XML for the functions that take XML. */
export const xmlKinds: readonly InputKind[] = [
  kind("XML: items", ITEM, SYNC, "</Commands></Collection></Collections></Sync>"),
  kind("XML: empty elements", "<Status/>", '<Sync xmlns="AirSync">', "</Sync>"),
  kind("XML: nested", '<a xmlns="AirSync">'),
  kind("XML: nested prefixes", '<p:a xmlns:p="AirSync">'),
  kind("XML: a stray closing tag", "a", "</b><"),
  kind("XML: tags without an end", "</b><a c='"),
  kind("XML: prefixes without a namespace", "<x:c/>", "<a>"),
  kind("XML: a recipient of spaces", " ", '<Email xmlns="AirSync"><To xmlns="Email">x', "=</To></Email>"),
  kind("XML: bare ampersands", "&", "<a>", "</a>"),
];
