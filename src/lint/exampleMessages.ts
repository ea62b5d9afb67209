/*
 * The messages that the examples of the SMS rules consist of: small, complete, and written the way a person
 * would write them.
 */

const SPACES = 'xmlns="AirSync" xmlns:email="Email" xmlns:email2="Email2" xmlns:airsyncbase="AirSyncBase"';

/** A Sync request of one collection; `inside` follows its CollectionId. */
export function syncRequest(inside: string, id = "15", key = "601"): string {
  return (
    "<Sync " +
    `${SPACES}><Collections><Collection><SyncKey>${key}</SyncKey>` +
    `<CollectionId>${id}</CollectionId>${inside}</Collection></Collections></Sync>`
  );
}

/** A Sync response of one collection; `inside` follows its Status. */
export function syncResponse(inside: string, id = "15", status = "1"): string {
  return (
    "<Sync " +
    `${SPACES}><Collections><Collection><SyncKey>602</SyncKey><CollectionId>${id}</CollectionId>` +
    `<Status>${status}</Status>${inside}</Collection></Collections></Sync>`
  );
}

/** A GetItemEstimate request of one collection; `inside` follows its CollectionId. */
export function estimateRequest(inside: string, id = "15"): string {
  return (
    `<GetItemEstimate xmlns="GetItemEstimate" ` +
    `xmlns:airsync="AirSync"><Collections><Collection><airsync:SyncKey>601</airsync:SyncKey>` +
    `<CollectionId>${id}</CollectionId>${inside}</Collection></Collections></GetItemEstimate>`
  );
}

/** A GetItemEstimate response for one collection. */
export function estimateResponse(status: string, id = "15"): string {
  return (
    "<GetItemEstimate " +
    `xmlns="GetItemEstimate"><Response><Status>${status}</Status><Collection>` +
    `<CollectionId>${id}</CollectionId><Estimate>3</Estimate></Collection></Response></GetItemEstimate>`
  );
}

/** A Settings request that writes device information. */
export function deviceRequest(inside: string): string {
  return `<Settings xmlns="Settings"><DeviceInformation><Set>${inside}</Set></DeviceInformation></Settings>`;
}

/** A Settings response about device information. */
export function deviceResponse(status: string): string {
  return (
    "<Settings " +
    `xmlns="Settings"><Status>1</Status><DeviceInformation><Status>${status}</Status>` +
    "</DeviceInformation></Settings>"
  );
}

/** A FolderSync response that adds folders, each given as "15:2": ServerId and Type. */
export function folderResponse(...folders: readonly string[]): string {
  const adds = folders.map((folder) => {
    const [id = "", type = ""] = folder.split(":");
    return (
      `<Add><ServerId>${id}</ServerId><ParentId>0</ParentId><DisplayName>Folder ` +
      `${id}</DisplayName><Type>${type}</Type></Add>`
    );
  });
  return (
    "<FolderSync " +
    `xmlns="FolderHierarchy"><Status>1</Status><SyncKey>1</SyncKey><Changes>` +
    `<Count>${adds.length}</Count>${adds.join("")}</Changes></FolderSync>`
  );
}

/** The two conversation elements as a server writes them. */
export const conversation =
  "<email2:ConversationId><?opaque " +
  "TxsinAfTSl6RYMgudaoT9A==?></email2:ConversationId><email2:ConversationIndex><?opaque " +
  "yXEmSN4=?></email2:ConversationIndex>";

/** A text message without the elements that only a server writes. */
export const smsData =
  '<email:To>[MOBILE:+14255550143]</email:To><email:From>"Ada" ' +
  "[MOBILE:+14255550123]</email:From><email:DateReceived>2026-01-31T08:00:00.000Z</email:DateReceived>" +
  "<email:Importance>1</email:Importance><email:Read>0</email:Read><airsyncbase:Body>" +
  "<airsyncbase:Type>1</airsyncbase:Type><airsyncbase:Data>See " +
  "you at " +
  "nine</airsyncbase:Data></airsyncbase:Body><email:InternetCPID>65001</email:InternetCPID><email:Flag/>";

/** An Add that a client writes, under Commands. */
export function clientAdd(data = smsData, className = "<Class>SMS</Class>", clientId = "c1"): string {
  return (
    `<Commands><Add>${className}<ClientId>${clientId}</ClientId>` +
    `<ApplicationData>${data}</ApplicationData></Add></Commands>`
  );
}

/** An Add that a server writes, under Commands. */
export function serverAdd(
  data = smsData + conversation,
  className = "<Class>SMS</Class>",
  serverId = "15:1",
): string {
  return (
    `<Commands><Add>${className}<ServerId>${serverId}</ServerId>` +
    `<ApplicationData>${data}</ApplicationData></Add></Commands>`
  );
}

/** A Change that client or server writes, under Commands. */
export function change(data: string, className = "", serverId = "15:1"): string {
  return (
    `<Commands><Change>${className}<ServerId>${serverId}</ServerId>` +
    `<ApplicationData>${data}</ApplicationData></Change></Commands>`
  );
}

/** Options of class SMS, and of the folder's own class. */
export const smsOptions = "<Options><Class>SMS</Class><FilterType>0</FilterType></Options>";
/** See `smsOptions`. */
export const mailOptions = "<Options><FilterType>2</FilterType></Options>";
