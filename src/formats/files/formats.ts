import type { Format } from "../format";
import { burp } from "./burp";
import { charlesArchive, charlesJson } from "./charles";
import { har } from "./har";
import { mailboxLog } from "./mailboxLog";
import { mitmproxy } from "./mitmproxy";
import { pcap } from "./pcap/pcap";
import { saz } from "./saz";
import { tbSyncLog, zPushLog } from "./serverLogs";

/** The file formats of proxies, servers, clients and network tools, the most reliably recognised first. */
export const fileFormats: readonly Format[] = [
  pcap,
  saz,
  charlesArchive,
  har,
  burp,
  mitmproxy,
  mailboxLog,
  zPushLog,
  tbSyncLog,
  charlesJson,
];
