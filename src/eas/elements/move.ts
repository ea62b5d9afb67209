import { type ElementsOfPage, type Place, request, response, spec, UNBOUNDED } from "./element";

const inMove: readonly Place[] = [request("MoveItems", "Move:Move", 1, 1)];

/** Code page 5, Move: the elements of MoveItems [MS-ASCMD] 2.2.1.12. */
export const move: ElementsOfPage<"Move"> = {
  MoveItems: {
    type: "container",
    summary:
      "Root of a MoveItems message: asks the server to move items to other folders, and answers what became of each.",
    places: [request("MoveItems", undefined, 1, 1), response("MoveItems", undefined, 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.119"), spec("MS-ASCMD 2.2.1.12")],
  },
  Move: {
    type: "container",
    summary: "One item to be moved: which item, from which folder, to which folder.",
    places: [
      request("MoveItems", "Move:MoveItems", 1, UNBOUNDED, {
        when: "servers take 1000 by default and refuse more with status 103",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.117.2"), spec("MS-ASCMD 3.1.5.10")],
  },
  SrcMsgId: {
    type: "string",
    summary:
      "The ServerId of the item that is to be moved; the response repeats it, so that results can be told apart.",
    limits: { minLength: 1, maxLength: 64 },
    places: [...inMove, response("MoveItems", "Move:Response", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.175")],
  },
  SrcFldId: {
    type: "string",
    summary:
      "The folder that the item is in now, by the ServerId that FolderSync or FolderCreate gave for it.",
    limits: { minLength: 1, maxLength: 64 },
    places: inMove,
    spec: [spec("MS-ASCMD 2.2.3.174")],
  },
  DstFldId: {
    type: "string",
    summary:
      "The folder that the item is to go to, by the ServerId that FolderSync or FolderCreate gave for it. " +
      "It must not be the folder the item is in already (status 4).",
    limits: { minLength: 1, maxLength: 64 },
    places: inMove,
    spec: [spec("MS-ASCMD 2.2.3.51.2")],
  },
  Response: {
    type: "container",
    summary: "What became of one of the moves asked for; SrcMsgId tells which.",
    places: [
      response("MoveItems", "Move:MoveItems", 1, UNBOUNDED, {
        when: "where no Status of MoveItems says that the request as a whole failed",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.153.5")],
  },
  Status: {
    type: "unsignedByte",
    summary: "Whether the move worked. In MoveItems success is 3, not 1 as everywhere else.",
    meanings: [
      {
        where: "in MoveItems",
        parent: "Move:MoveItems",
        text: "The request failed as a whole, usually with a status common to all commands, such as 103 for too many moves.",
      },
      {
        where: "in Response",
        parent: "Move:Response",
        text: "The outcome for the one item that SrcMsgId names.",
      },
    ],
    places: [
      response("MoveItems", "Move:Response", 1, 1),
      response("MoveItems", "Move:MoveItems", 0, 1, { when: "where the request failed as a whole" }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.177.10")],
  },
  DstMsgId: {
    type: "string",
    summary:
      "The ServerId the item has in its new folder. It may differ from the old one, and the next Sync reports a Delete in the old folder and an Add in the new.",
    limits: { minLength: 1, maxLength: 64 },
    places: [response("MoveItems", "Move:Response", 0, 1, { when: "where the move succeeded" })],
    spec: [spec("MS-ASCMD 2.2.3.52")],
  },
};
