import { problem, row, type ValueReading } from "./reading";

/** The meaning of each number, and an optional note for another row. */
type OptionMeanings = readonly (readonly [value: string, meaning: string, note?: string])[];

const MAIL = "mail and SMS";
const FILTER_TYPES: OptionMeanings = [
  ["0", "everything", `for ${MAIL}, calendar and tasks`],
  ["1", "the last day", `for ${MAIL}`],
  ["2", "the last 3 days", `for ${MAIL}`],
  ["3", "the last week", `for ${MAIL}`],
  ["4", "the last 2 weeks", `for ${MAIL}, and calendar`],
  ["5", "the last month", `for ${MAIL}, and calendar`],
  ["6", "the last 3 months", "for calendar"],
  ["7", "the last 6 months", "for calendar"],
  ["8", "tasks that are not complete", "for tasks"],
];

const MIME_SUPPORT: OptionMeanings = [
  ["0", "never MIME"],
  ["1", "MIME for S/MIME messages, the usual body for all others"],
  ["2", "MIME for every message"],
];

const BODY_TYPES: OptionMeanings = [
  ["1", "plain text"],
  ["2", "HTML"],
  ["3", "RTF, in base64"],
  ["4", "MIME, the whole message"],
];

const MIME_TRUNCATION: OptionMeanings = [
  ["0", "no body"],
  ["1", "4,096 characters"],
  ["2", "5,120 characters"],
  ["3", "7,168 characters"],
  ["4", "10,240 characters"],
  ["5", "20,480 characters"],
  ["6", "51,200 characters"],
  ["7", "102,400 characters"],
  ["8", "no truncation"],
];

function readOption(text: string, kind: string, title: string, meanings: OptionMeanings): ValueReading {
  const found = meanings.find(([value]) => value === text.trim());
  if (found === undefined) {
    const values = meanings.map(([value]) => value).join(", ");
    return {
      kind,
      title,
      summary: "no such value",
      rows: [],
      problems: [problem("option-value", `The value must be one of ${values}.`)],
    };
  }
  const [, meaning, note] = found;
  return {
    kind,
    title,
    summary: meaning,
    rows: [row("Meaning", meaning), ...(note === undefined ? [] : [row("Valid", note)])],
    problems: [],
  };
}

/**
 * Reads a FilterType [MS-ASCMD 2.2.3.68]: the time window, counting back from now. Problem: "option-value".
 */
export function readFilterType(text: string): ValueReading {
  return readOption(text, "filter-type", "Time window", FILTER_TYPES);
}

/** Reads a MIMESupport [MS-ASCMD 2.2.3.110]. Problem: "option-value". */
export function readMimeSupport(text: string): ValueReading {
  return readOption(text, "mime-support", "MIME support", MIME_SUPPORT);
}

/** Reads an AirSyncBase Type or a NativeBodyType [MS-ASAIRS 2.2.2.41]. Problem: "option-value". */
export function readBodyType(text: string): ValueReading {
  return readOption(text, "body-type", "Body format", BODY_TYPES);
}

/** Reads a MIMETruncation [MS-ASCMD 2.2.3.111]. Problem: "option-value". */
export function readMimeTruncation(text: string): ValueReading {
  return readOption(text, "mime-truncation", "MIME truncation", MIME_TRUNCATION);
}
