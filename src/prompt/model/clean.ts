/** Makes a text fit to leave the machine: without secrets. */
export type Clean = (text: string) => Promise<string>;

/** Characters of a text that is cut: no secret is so long that its beginning alone would still be told. */
const MOST_CLEANED = 8000;

/** The begin of a text, cleaned before it is cut: a part of a secret would be known by nobody. */
export async function cleanBegin(text: string, most: number, clean: Clean): Promise<string> {
  const cleaned = await clean(text.slice(0, MOST_CLEANED));
  return cleaned.slice(0, most);
}
