import type { Format } from "../format";
import { followRaw } from "./followRaw";
import { followYaml } from "./followYaml";
import { tsharkJson } from "./tsharkJson";

/** What Wireshark and tshark export as text, dumps and C arrays apart, most telling first. */
export const wiresharkFormats: readonly Format[] = [tsharkJson, followYaml, followRaw];
