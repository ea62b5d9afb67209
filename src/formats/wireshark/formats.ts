import type { Format } from "../format";
import { followRaw } from "./followRaw";
import { followYaml } from "./followYaml";
import { tsharkJson } from "./tsharkJson";

/** The text exports of Wireshark and tshark, except dumps and C arrays, most distinctive first. */
export const wiresharkFormats: readonly Format[] = [tsharkJson, followYaml, followRaw];
