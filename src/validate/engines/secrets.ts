import type { Finding } from '../../domain/finding.ts';
import { findSecrets } from '../../secrets/find.ts';
import type { Engine } from '../engine.ts';

/** Whether a secret stands in the text. The finding names its kind and its place, never itself. */
export const secretsEngine: Engine = {
  name: 'secrets',
  judge: async (document) => {
    if (document.kind !== 'workflow' && document.kind !== 'other') return [];
    const found = await findSecrets(document.text);
    return found.map(
      ({ kind, range }): Finding => ({
        rule: 'committed-secret',
        level: 'error',
        message: `This looks like a secret (${kind}).`,
        file: document.file,
        path: [],
        range,
        aliases: ['secretlint', 'gitleaks'],
        help: 'Revoke it, take it out, and read it from `secrets` instead. Whoever has the history has it too.',
      }),
    );
  },
};
