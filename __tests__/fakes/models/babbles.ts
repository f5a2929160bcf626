import { calling } from '../model-replies.ts';

export default async function reply(): Promise<unknown> {
  return calling([{ kind: 'yaml', text: 'permissions: write-all' }]);
}
