import { FROM_14_1 } from "../versions";
import { type StatusEntry, statusTable, success } from "./status";

/** Status inside BodyPart, in whatever command an item comes with one [MS-ASAIRS] 2.2.2.37. */
export const bodyPart: readonly StatusEntry[] = statusTable(
  "MS-ASAIRS 2.2.2.37",
  [
    success("The part of the message that is new in its conversation is in Data.", "item"),
    {
      value: 176,
      name: "MessagePartTooLarge",
      scope: "item",
      meaning: "The server gives no part of this message, because working it out is too much for it.",
      cause: "The conversation is so big that the server declines to tell new text from quoted text.",
      resolution: "Fetch the item once more with BodyPreference and without BodyPartPreference.",
    },
  ],
  { element: "AirSyncBase:BodyPart", versions: FROM_14_1 },
);
