import { readdirSync, readFileSync } from "node:fs";

/** A file of the corpus. */
export interface CorpusFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const corpus = new URL("../corpus/", import.meta.url);
const samples = new URL("../../src/formats/samples/", import.meta.url);

function listFiles(folder: URL): readonly CorpusFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "README.md")
    .map(({ name }) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) }));
}

/** The files of a folder of the corpus: payloads, xml or inputs. */
export function readCorpus(folder: "payloads" | "xml" | "inputs"): readonly CorpusFile[] {
  return listFiles(new URL(`${folder}/`, corpus));
}

/** Payloads written as text by the tools that dump bytes, each in a file; only the small ones. */
export function readDumpSamples(): readonly CorpusFile[] {
  return listFiles(new URL("text/", samples)).filter(({ bytes }) => bytes.length < 8000);
}

/** Captures of the tools that write files: SAZ, pcap, pcapng. */
export function readFileSamples(extension: string): readonly CorpusFile[] {
  return listFiles(samples).filter(({ name }) => name.endsWith(extension) && name !== "saz-bomb.saz");
}
