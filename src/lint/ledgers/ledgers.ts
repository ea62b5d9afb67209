import { asms } from "./asms/asms";
import type { Ledger } from "./statement";

/** The ledgers of all documents that are tracked statement by statement. */
export const ledgers: readonly Ledger[] = [asms];
