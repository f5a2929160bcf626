export default async function fill(): Promise<unknown> {
  return { request: { version: 1, intents: [{ kind: 'yaml', text: 'permissions: write-all' }] } };
}
