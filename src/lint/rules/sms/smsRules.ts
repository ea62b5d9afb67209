import type { Rule } from "../../rule";
import { addWithoutConversation } from "./add-without-conversation";
import { changeReadFlag } from "./change-read-flag";
import { classMissing } from "./class-missing";
import { classPlace } from "./class-place";
import { classValue } from "./class-value";
import { conversationBytes } from "./conversation-bytes";
import { conversationId } from "./conversation-id";
import { conversationIndex } from "./conversation-index";
import { dataElements } from "./data-elements";
import { dataNamespace } from "./data-namespace";
import { dataPlace } from "./data-place";
import { dateReceived } from "./date-received";
import { deleteOf140 } from "./delete-of-14-0";
import { filterType } from "./filter-type";
import { foldersOf140 } from "./folders-of-14-0";
import { fromFormat } from "./from-format";
import { internetCpid } from "./internet-cpid";
import { itemFolder } from "./item-folder";
import { optionsClass } from "./options-class";
import { optionsMaxTwo } from "./options-max-two";
import { optionsPair } from "./options-pair";
import { outboundPlace } from "./outbound-place";
import { phoneNumber } from "./phone-number";
import { toFormat } from "./to-format";

/** Rules of [MS-ASMS], in order of its sections. */
export const smsRules: readonly Rule[] = [
  dataPlace,
  dataNamespace,
  dataElements,
  conversationId,
  conversationIndex,
  conversationBytes,
  dateReceived,
  fromFormat,
  internetCpid,
  toFormat,
  classPlace,
  classValue,
  classMissing,
  outboundPlace,
  phoneNumber,
  itemFolder,
  optionsMaxTwo,
  optionsPair,
  optionsClass,
  foldersOf140,
  filterType,
  addWithoutConversation,
  changeReadFlag,
  deleteOf140,
];
