import { calling } from '../model-replies.ts';

export default async function reply(): Promise<unknown> {
  return calling([{ kind: 'timeout', for: { all: true }, minutes: 15 }]);
}
