/** Mutants that no test can kill, each by its name, with the reason why it does the same as the original. */
export const EQUIVALENT: Readonly<Record<string, string>> = {};
