import { afterAll, describe, expect, it } from 'vitest';
import { PROVIDERS } from '../../../src/domain/provider.ts';
import { temporaryRepository } from '../../fakes/repository.ts';
import { MATRIX } from './matrix.ts';
import { play } from './play.ts';
import { ENOUGH_SECONDS } from './row.ts';
import { KEY } from './running.ts';
import { FILES } from './said.ts';

const repository = temporaryRepository(FILES);
afterAll(() => repository[Symbol.asyncDispose]());

describe.each(PROVIDERS)('By the protocol of %s', (provider) => {
  describe.each(MATRIX)('%s', (_, rows) => {
    it.concurrent.each(rows)(
      '$fault: the answer is there in time, proven, and says which layer it is of',
      async (row) => {
        const { code, said, outputs, files, seconds, fallback, told } = await play(row, provider, repository.path);
        expect({ code, verdict: outputs.get('verdict') }, said).toEqual({ code: 0, verdict: 'pass' });
        expect(files).toEqual(['.github/workflows/generated.yml']);
        expect({ layer: outputs.get('source'), code: fallback }).toEqual({ layer: row.layer, code: row.code ?? '' });
        expect(told).toContain(row.told);
        expect(seconds).toBeLessThan(row.seconds ?? ENOUGH_SECONDS);
        expect(said).not.toMatch(new RegExp(`${KEY}|\\n\\s+at .+:\\d+:\\d+|node:internal|\\[object `));
      },
    );
  });
});
