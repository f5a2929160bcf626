/** Makes a text fit to leave the machine: without secrets. */
export type Clean = (text: string) => Promise<string>;
