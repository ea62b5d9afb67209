import { type StatusRow, success } from "./status";

/** The statuses of a contact photo: inside gal:Picture in Search and Find, inside Picture in ResolveRecipients. */
export const pictureRows: readonly StatusRow[] = [
  success("The photo is in Data.", "item"),
  {
    value: 173,
    name: "NoPicture",
    outcome: "neutral",
    scope: "item",
    meaning: "This user has no photo.",
    cause: "No photo is stored in the directory or the mailbox.",
    resolution: "Show initials instead, and do not ask again soon.",
  },
  {
    value: 174,
    name: "PictureTooLarge",
    outcome: "neutral",
    scope: "item",
    meaning: "The photo has more bytes than MaxSize allows.",
    cause: "MaxSize in the request is smaller than the photo.",
    resolution: "Send a larger MaxSize, or do without the photo.",
  },
  {
    value: 175,
    name: "PictureLimitReached",
    outcome: "neutral",
    scope: "item",
    meaning: "There is a photo, but the response already holds MaxPictures photos.",
    cause: "Earlier entries of the response used up MaxPictures.",
    resolution: "Ask for this entry alone, or send a larger MaxPictures.",
  },
];
