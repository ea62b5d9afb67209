import { FROM_14_1 } from "../versions";
import { type StatusEntry, statusTable, success } from "./status";

/** Status inside BodyPart, in any command that returns items with one [MS-ASAIRS] 2.2.2.37. */
export const bodyPart: readonly StatusEntry[] = statusTable(
  "MS-ASAIRS 2.2.2.37",
  [
    success("Data holds the part of the message that is new in its conversation.", "item"),
    {
      value: 176,
      name: "MessagePartTooLarge",
      scope: "item",
      meaning: "The part of this message is too large for the preference, so Data is missing.",
      cause: "The conversation is so large that the server does not separate new text from quoted text.",
      resolution: "Fetch the item again with BodyPreference and without BodyPartPreference.",
    },
  ],
  { element: "AirSyncBase:BodyPart", versions: FROM_14_1 },
);
