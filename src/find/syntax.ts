/** A form of query, and what it finds. */
export interface SyntaxEntry {
  readonly example: string;
  readonly finds: string;
}

/** All forms of query, the simplest first: shown as help on the page. */
export const searchSyntax: readonly SyntaxEntry[] = [
  {
    example: "SyncKey",
    finds: "The word in names, values, bodies, headers and URLs, ignoring case; also inside MIME and base64.",
  },
  {
    example: '"running late"',
    finds: "The exact phrase. Use quotation marks for anything that would otherwise have a special meaning.",
  },
  { example: "SyncKey Inbox", finds: "Captures that contain both." },
  { example: "SMS OR MMS", finds: "Captures that contain either. Use parentheses for grouping." },
  { example: "-SMS", finds: "Captures that don't contain it." },
  {
    example: "name:SyncKey",
    finds: "Elements with that name. * matches any text, as in name:*Id; email:To is To on one code page.",
  },
  { example: "Subject:hello", finds: "Elements whose value contains it; a number must be the whole value." },
  {
    example: "status!=1",
    finds:
      "Elements by value: = != < <= > >=. Numbers and dates are compared by value; a date is the whole " +
      "day in UTC.",
  },
  { example: "DateReceived>=2026-03-01", finds: "The same, with a date." },
  { example: "class:SMS", finds: "Captures that refer to the class." },
  {
    example: "folder:5",
    finds: "Captures that refer to the folder by its identifier. collection:5 means the same.",
  },
  { example: "command:Sync", finds: "Captures of that command." },
  { example: "direction:response", finds: "Only responses, or only requests." },
  { example: "version>=14.0", finds: "Captures with a matching protocol version in their HTTP data." },
  { example: "http:449", finds: "Responses with that HTTP status; http>=400 works too." },
  { example: "size>100000", finds: "Captures by payload size, in bytes." },
  {
    example: "is:edited",
    finds: "Captures that were edited; is:draft finds those whose XML can't be encoded in its current state.",
  },
  { example: "hex:03 01 6?", finds: "Bytes in a row; ? is any digit. 0x03016A is the same without spaces." },
  {
    example: "/Sync(Key)?/i",
    finds:
      "A JavaScript regular expression with the flags i, m, s and u. Long values are searched in " +
      "pieces of 16,384 characters.",
  },
];
