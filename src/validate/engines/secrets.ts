import { findSecrets } from '../../secrets/find.ts';
import type { Engine } from '../engine.ts';
import { ownFinding } from '../own-finding.ts';

/** Whether a secret stands in the text, of whatever kind the file is. The finding names its kind and its place, never itself. */
export const secretsEngine: Engine = {
  name: 'secrets',
  judge: async (document) => {
    if (document.kind === 'unreadable' || document.kind === 'request') return [];
    const { file, text } = document;
    const found = await findSecrets(text);
    return found.map(({ kind, range }) => ownFinding({ rule: 'committed-secret', file, range, params: { kind } }));
  },
};
