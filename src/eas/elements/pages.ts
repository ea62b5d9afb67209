import type { Namespace } from "../codePageTables";
import { airsync } from "./airsync";
import { airsyncbase } from "./airsyncbase";
import { calendar } from "./calendar";
import { composemail } from "./composemail";
import { contacts } from "./contacts";
import { contacts2 } from "./contacts2";
import { documentlibrary } from "./documentlibrary";
import type { ElementsOfPage, PageElements } from "./element";
import { email } from "./email";
import { email2 } from "./email2";
import { find } from "./find";
import { folderhierarchy } from "./folderhierarchy";
import { gal } from "./gal";
import { getitemestimate } from "./getitemestimate";
import { itemoperations } from "./itemoperations";
import { meetingresponse } from "./meetingresponse";
import { move } from "./move";
import { notes } from "./notes";
import { ping } from "./ping";
import { provision } from "./provision";
import { resolverecipients } from "./resolverecipients";
import { rm } from "./rm";
import { search } from "./search";
import { settings } from "./settings";
import { tasks } from "./tasks";
import { validatecert } from "./validatecert";

/** The catalogue's facts about the elements of every code page, by namespace. */
export const pageElements: Readonly<Record<string, PageElements>> = {
  AirSync: airsync,
  Contacts: contacts,
  AirNotify: {},
  Email: email,
  Calendar: calendar,
  Move: move,
  GetItemEstimate: getitemestimate,
  FolderHierarchy: folderhierarchy,
  MeetingResponse: meetingresponse,
  Tasks: tasks,
  ResolveRecipients: resolverecipients,
  ValidateCert: validatecert,
  Contacts2: contacts2,
  Ping: ping,
  Provision: provision,
  Search: search,
  GAL: gal,
  AirSyncBase: airsyncbase,
  Settings: settings,
  DocumentLibrary: documentlibrary,
  ItemOperations: itemoperations,
  ComposeMail: composemail,
  Email2: email2,
  Notes: notes,
  RightsManagement: rm,
  Find: find,
} satisfies { readonly [N in Namespace]: ElementsOfPage<N> };
