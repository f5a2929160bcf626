/** Prints what must not stand between results, and answers with what it was told and what it can see. */
export default async function reply(conversation: unknown, setting: unknown): Promise<unknown> {
  console.log('{"not":"a result"}');
  console.error('and more');
  return { conversation, setting, variables: Object.keys(process.env), arguments: process.execArgv };
}
