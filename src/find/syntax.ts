/** One form of a query, and what it finds. */
export interface SyntaxEntry {
  readonly example: string;
  readonly finds: string;
}

/** All that a query can say, the plainest first: what the page shows as help. */
export const searchSyntax: readonly SyntaxEntry[] = [
  {
    example: "SyncKey",
    finds:
      "The word in names, values, bodies, headers and URLs, in upper or lower case; also inside MIME " +
      "and base64.",
  },
  {
    example: '"running late"',
    finds: "The words as they stand. Quotation marks also take what would mean something else.",
  },
  { example: "SyncKey Inbox", finds: "Captures that hold both." },
  { example: "SMS OR MMS", finds: "Captures that hold either. Parentheses group." },
  { example: "-SMS", finds: "Captures that don't hold it." },
  {
    example: "name:SyncKey",
    finds: "Elements of that name. * is any characters, as in name:*Id; email:To is the To of one code page.",
  },
  { example: "Subject:hello", finds: "Elements whose value contains that; a number is the whole value." },
  {
    example: "status!=1",
    finds:
      "Elements by their value: = != < <= > >=. Numbers and dates are compared as such; a day is all " +
      "of it, in UTC.",
  },
  { example: "DateReceived>=2026-03-01", finds: "The same with a date." },
  { example: "class:SMS", finds: "Captures that name the class." },
  {
    example: "folder:5",
    finds: "Captures that name the folder by its identifier. collection:5 is the same.",
  },
  { example: "command:Sync", finds: "Captures of a command." },
  { example: "direction:response", finds: "Requests or responses." },
  { example: "version>=14.0", finds: "Captures whose HTTP tells such a protocol version." },
  { example: "http:449", finds: "Responses with the HTTP status; http>=400 works too." },
  { example: "size>100000", finds: "Captures by the bytes of their payload." },
  {
    example: "is:edited",
    finds: "Captures that were edited, or with is:draft whose XML can't be encoded as it stands.",
  },
  { example: "hex:03 01 6?", finds: "Bytes in a row; ? is any digit. 0x03016A is the same without spaces." },
  {
    example: "/Sync(Key)?/i",
    finds:
      "A regular expression of JavaScript with the flags i, m, s, u. Long values are searched in " +
      "pieces of 16,384 characters.",
  },
];
