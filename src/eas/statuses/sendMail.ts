import { accountRows } from "./sendingRows";
import { type StatusEntry, statusTable } from "./status";

/** Status in a SendMail response, which has a body only where the command failed. */
export const sendMail: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.14", accountRows);
