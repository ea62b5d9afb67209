import { accountTemplates } from "./account";
import { folderTemplates } from "./folders";
import { itemOperationTemplates } from "./items";
import { meetingTemplates } from "./meetings";
import { peopleTemplates } from "./people";
import { pingTemplates } from "./ping";
import { searchTemplates } from "./searches";
import { sendingTemplates } from "./sending";
import { smsTemplates } from "./sms";
import { itemTemplates } from "./syncItems";
import { mailTemplates } from "./syncMail";
import type { Template } from "./template";

/** All templates, SMS first, in the order in which the list shows them. */
export const templates: readonly Template[] = [
  ...smsTemplates,
  ...mailTemplates,
  ...itemTemplates,
  ...pingTemplates,
  ...folderTemplates,
  ...sendingTemplates,
  ...itemOperationTemplates,
  ...searchTemplates,
  ...meetingTemplates,
  ...accountTemplates,
  ...peopleTemplates,
];
