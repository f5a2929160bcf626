import { describe, expect, it } from 'vitest';
import { readEnvFile } from '../../../src/profile/compose/env-file.ts';
import { snapshotWith } from '../profiled.ts';

async function values(text: string) {
  const variables = readEnvFile(await snapshotWith({ '.env': text }), '.env');
  return Object.fromEntries([...variables].map(([name, { value }]) => [name, value]));
}

describe('A .env file', () => {
  it('has assignments, comments, quotes and export', async () => {
    const text = '# no\nA=1\nexport B="two words" # why\nC=\'$A\'\nD=x#y # z\nE =5\nnot an assignment\nF=\n"=x\n';
    expect(await values(text)).toEqual({ A: '1', B: 'two words', C: '$A', D: 'x#y', E: '5', F: '' });
  });

  it('may use the names above', async () => {
    expect(await values('HOST=db\nURL=postgres://${HOST}:${PORT:-5432}/app\n')).toMatchObject({
      URL: 'postgres://db:5432/app',
    });
  });

  it('that is not there has none', async () => {
    expect(readEnvFile(await snapshotWith({}), '.env').size).toBe(0);
  });
});
