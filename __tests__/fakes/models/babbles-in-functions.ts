/** What no message can carry. */
export default async function fill(): Promise<unknown> {
  return { request: () => 'permissions: write-all' };
}
