/** Prints what must not stand between results, and answers with what it was told and what it can see. */
export default async function fill(prompt: unknown): Promise<unknown> {
  console.log('{"not":"a result"}');
  console.error('and more');
  return { prompt, variables: Object.keys(process.env), arguments: process.execArgv };
}
