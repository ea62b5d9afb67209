import { ALL, FROM_12_0, FROM_16_1 } from "../../eas/versions";
import { writeReturnedMail } from "./fragments";
import { defineTemplate, type Template, type TemplateSource } from "./template";

type SearchSource = Pick<TemplateSource, "id" | "title" | "purpose" | "direction" | "write"> &
  Partial<TemplateSource>;

const defineSearchTemplate = (source: SearchSource): Template =>
  defineTemplate({
    group: "Searches",
    command: "Search",
    section: "MS-ASCMD 2.2.1.16",
    versions: ALL,
    ...source,
  });

const defineFindTemplate = (source: SearchSource): Template =>
  defineTemplate({
    group: "Searches",
    command: "Find",
    section: "MS-ASCMD 2.2.1.2",
    versions: FROM_16_1,
    ...source,
  });

const writeSearchRequest = (inside: string): string =>
  `<Search xmlns="Search"><Store>${inside}</Store></Search>`;

const writeSearchResponse = (inside: string): string =>
  "<Search " +
  `xmlns="Search"><Status>1</Status><Response><Store><Status>1</Status>${inside}</Store></Response></Search>`;

const PERSON =
  "<gal:DisplayName>Chris " +
  "Gray</gal:DisplayName><gal:Phone>+14255550123</gal:Phone><gal:Office>12</gal:Office>" +
  "<gal:Title>Engineer</gal:Title><gal:Company>Contoso</gal:Company><gal:Alias>chris</gal:Alias>" +
  "<gal:FirstName>Chris</gal:FirstName><gal:LastName>Gray</gal:LastName>" +
  "<gal:EmailAddress>chris@contoso.com</gal:EmailAddress>";

const FIND_ID = "9D0C2A5E-3C47-4C1B-8E0B-0C5D6A1F2B34";

/**
 * Templates for Search in the address list, mailbox and documents, and for Find in the mailbox and address
 * list.
 */
export const searchTemplates: readonly Template[] = [
  defineSearchTemplate({
    id: "search-gal",
    title: "Search: people in the address list",
    direction: "request",
    purpose: "Looks for people whose name or address starts with the given letters.",
    write: () =>
      writeSearchRequest("<Name>GAL</Name><Query>chris</Query><Options><Range>0-9</Range></Options>"),
  }),
  defineSearchTemplate({
    id: "search-gal-answer",
    title: "Search: a person found",
    direction: "response",
    purpose: "Returns the details of a person in the address list.",
    write: () =>
      writeSearchResponse(
        `<Result><Properties>${PERSON}</Properties></Result><Range>0-0</Range><Total>1</Total>`,
      ),
  }),
  defineSearchTemplate({
    id: "search-mailbox",
    title: "Search: e-mail in the mailbox",
    direction: "request",
    itemClass: "Email",
    versions: FROM_12_0,
    purpose: "Searches the e-mail in a folder and its subfolders for words.",
    write: () =>
      writeSearchRequest(
        "<Name>Mailbox</Name><Query><And><airsync:Class>Email</airsync:Class>" +
          "<airsync:CollectionId>5</airsync:CollectionId><FreeText>agenda</FreeText></And></Query>" +
          "<Options><RebuildResults/><DeepTraversal/><Range>0-49</Range><airsyncbase:BodyPreference>" +
          "<airsyncbase:Type>1</airsyncbase:Type>" +
          "<airsyncbase:TruncationSize>512</airsyncbase:TruncationSize></airsyncbase:BodyPreference>" +
          "</Options>",
      ),
  }),
  defineSearchTemplate({
    id: "search-mailbox-answer",
    title: "Search: an e-mail found",
    direction: "response",
    itemClass: "Email",
    versions: FROM_12_0,
    purpose: "Returns a matching e-mail, with the LongId for fetching it.",
    write: (version) =>
      writeSearchResponse(
        "<Result><airsync:Class>Email</airsync:Class><LongId>RgAAAAD1x2</LongId>" +
          `<airsync:CollectionId>5</airsync:CollectionId><Properties>${writeReturnedMail(version)}</Properties>` +
          "</Result><Range>0-0</Range><Total>1</Total>",
      ),
  }),
  defineSearchTemplate({
    id: "search-documents",
    title: "Search: documents on a file share",
    direction: "request",
    versions: FROM_12_0,
    purpose: "Lists a folder on a file share.",
    write: () =>
      writeSearchRequest(
        "<Name>DocumentLibrary</Name><Query><EqualTo>" +
          "<documentlibrary:LinkId>\\\\files\\team</documentlibrary:LinkId><Value/></EqualTo></Query>" +
          "<Options><Range>0-99</Range></Options>",
      ),
  }),
  defineSearchTemplate({
    id: "search-documents-answer",
    title: "Search: a document found",
    direction: "response",
    versions: FROM_12_0,
    purpose: "Returns the name, size and dates of a document.",
    write: () =>
      writeSearchResponse(
        "<Result><Properties><documentlibrary:LinkId>\\\\files\\team\\plan.txt</documentlibrary:LinkId>" +
          "<documentlibrary:DisplayName>plan.txt</documentlibrary:DisplayName>" +
          "<documentlibrary:IsFolder>0</documentlibrary:IsFolder>" +
          "<documentlibrary:CreationDate>2026-03-02T09:41:07.000Z</documentlibrary:CreationDate>" +
          "<documentlibrary:LastModifiedDate>2026-03-02T09:41:07.000Z</documentlibrary:LastModifiedDate>" +
          "<documentlibrary:IsHidden>0</documentlibrary:IsHidden>" +
          "<documentlibrary:ContentLength>512</documentlibrary:ContentLength>" +
          "<documentlibrary:ContentType>text/plain</documentlibrary:ContentType></Properties></Result>" +
          "<Range>0-0</Range><Total>1</Total>",
      ),
  }),
  defineFindTemplate({
    id: "find-mailbox",
    title: "Find: e-mail in the mailbox",
    direction: "request",
    itemClass: "Email",
    purpose: "Looks for e-mail with a keyword query.",
    write: () =>
      "<Find " +
      `xmlns="Find"><SearchId>${FIND_ID}</SearchId><ExecuteSearch><MailBoxSearchCriterion><Query>` +
      "<airsync:Class>Email</airsync:Class><airsync:CollectionId>5</airsync:CollectionId>" +
      "<FreeText>subject:agenda</FreeText></Query><Options><Range>0-49</Range><DeepTraversal/>" +
      "</Options></MailBoxSearchCriterion></ExecuteSearch></Find>",
  }),
  defineFindTemplate({
    id: "find-mailbox-answer",
    title: "Find: an e-mail found",
    direction: "response",
    itemClass: "Email",
    purpose: "Returns a summary of a matching e-mail.",
    write: () =>
      "<Find " +
      'xmlns="Find"><Status>1</Status><Response><itemoperations:Store>Mailbox</itemoperations:Store>' +
      "<Status>1</Status><Result><airsync:Class>Email</airsync:Class>" +
      "<airsync:ServerId>5:14</airsync:ServerId><airsync:CollectionId>5</airsync:CollectionId>" +
      "<Properties><email:Subject>Agenda " +
      "for " +
      "Tuesday</email:Subject><email:DateReceived>2026-03-02T09:41:07.000Z</email:DateReceived>" +
      "<email:DisplayTo>Chris " +
      "Gray</email:DisplayTo><email:Importance>1</email:Importance><email:Read>1</email:Read>" +
      "<email2:IsDraft>0</email2:IsDraft><Preview>The " +
      "agenda is " +
      "attached.</Preview><HasAttachments>1</HasAttachments><email:From>anat@contoso.com</email:From>" +
      "</Properties></Result><Range>0-0</Range><Total>1</Total></Response></Find>",
  }),
  defineFindTemplate({
    id: "find-gal",
    title: "Find: people in the address list",
    direction: "request",
    purpose: "Looks for people, including pictures of up to 10 KB.",
    write: () =>
      "<Find " +
      `xmlns="Find"><SearchId>${FIND_ID}</SearchId><ExecuteSearch><GalSearchCriterion><Query>` +
      "<FreeText>chris</FreeText></Query><Options><Range>0-9</Range><Picture><MaxSize>10240</MaxSize>" +
      "<MaxPictures>5</MaxPictures></Picture></Options></GalSearchCriterion></ExecuteSearch></Find>",
  }),
];
