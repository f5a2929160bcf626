/** What no message can carry. */
export default async function reply(): Promise<unknown> {
  return { calls: () => 'permissions: write-all' };
}
