import { type ElementsOfPage, type PageElements } from "./element";
import { contactField, limitToTagVersions } from "./itemPlaces";

const elements: ElementsOfPage<"Contacts2"> = {
  CustomerId: contactField(
    "2.2.2.25",
    "The number or code under which the contact is known as a customer; free text.",
  ),
  GovernmentId: contactField(
    "2.2.2.32",
    "A number that an authority has given the contact, such as a social security or tax number; free text.",
  ),
  IMAddress: contactField(
    "2.2.2.41",
    "The contact's first address for instant messages; free text, often a SIP address.",
  ),
  IMAddress2: contactField("2.2.2.42", "The contact's second address for instant messages."),
  IMAddress3: contactField("2.2.2.43", "The contact's third address for instant messages."),
  ManagerName: contactField(
    "2.2.2.46",
    "Who the contact reports to. The specification speaks of a distinguished name; most clients show and send an ordinary one.",
  ),
  CompanyMainPhone: contactField(
    "2.2.2.23",
    "The number of the switchboard of the contact's company.",
    "phoneNumber",
  ),
  AccountName: contactField(
    "2.2.2.1",
    "A name or number of an account that belongs to the contact; free text.",
  ),
  NickName: contactField("2.2.2.50", "What the contact is called among friends."),
  MMS: contactField("2.2.2.48", "The address or number at which the contact receives multimedia messages."),
};

/**
 * Code page 12, Contacts2: the properties of a contact that do not fit on code page 1 [MS-ASCNTC 2.2.2]. They
 * have the same parents as those of Contacts, and each can be ghosted.
 */
export const contacts2: PageElements = limitToTagVersions("Contacts2", elements);
