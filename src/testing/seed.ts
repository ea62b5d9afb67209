import * as fc from "fast-check";

// Property tests draw the same values in every run, so that what was green stays green until the code
// changes. FC_SEED=<number> draws others; a counterexample is printed with its seed.
const { FC_SEED } = process.env;
fc.configureGlobal({ seed: FC_SEED === undefined ? 1 : Number(FC_SEED) });
