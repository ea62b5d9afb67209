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
    example: "DateReceived>=2026-03-01",
    finds:
      "Elements by value: = != < <= > >=. Numbers and dates are compared by value; a date is the whole " +
      "day in UTC.",
  },
  {
    example: "status!=1",
    finds: "The statuses of commands and their parts, also by name, as in status:InvalidSyncKey.",
  },
  { example: "class:SMS", finds: "Captures that refer to the class." },
  {
    example: "folder:Inbox",
    finds:
      "Captures that refer to the folder: by part of its name, its kind (inbox, user-mail, calendar …) or " +
      "its identifier. collection:5 means the same as folder:5.",
  },
  { example: "command:Sync", finds: "Captures of that command." },
  { example: "direction:response", finds: "Only responses, or only requests." },
  { example: "version>=14.0", finds: "Captures with a matching protocol version in their HTTP data." },
  { example: "http:449", finds: "Responses with that HTTP status; http>=400 works too." },
  {
    example: "user:kim",
    finds: "Captures of users whose name contains it; a response has the user of its request.",
  },
  {
    example: "device:Galaxy",
    finds: "Captures of devices whose DeviceId, DeviceType or User-Agent contains it.",
  },
  {
    example: "time>09:41",
    finds:
      "Captures by when they were sent, in UTC: a time of day, a date, or both, as in " +
      "time>=2026-03-09T09:41. A time without seconds is the whole minute.",
  },
  {
    example: "took>2s",
    finds: "Captures by how long their exchange took, in ms, s, min or h, as in took>500ms.",
  },
  {
    example: "size>10k",
    finds: "Captures by payload size in bytes, or with a unit: k is 1,024 bytes, m is 1,024 k.",
  },
  {
    example: "edited:yes",
    finds:
      "Captures that were edited, or edited:no for all others. is:edited means the same; is:draft finds " +
      "those whose XML can't be encoded in its current state.",
  },
  { example: "hex:03 01 6?", finds: "Bytes in a row; ? is any digit. 0x03016A is the same without spaces." },
  {
    example: "/Sync(Key)?/i",
    finds:
      "A JavaScript regular expression with the flags i, m, s and u. Long values are searched in " +
      "pieces of 16,384 characters.",
  },
];
