export default async function fill(): Promise<unknown> {
  return { request: { version: 1, intents: [{ kind: 'timeout', for: { all: true }, minutes: 15 }] } };
}
