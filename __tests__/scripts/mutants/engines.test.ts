import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { engineMutants } from '../../../scripts/mutants/engines.ts';
import { ENGINE_NAMES } from '../../../src/domain/report.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const mutants = engineMutants(root);

describe('The mutants of engines', () => {
  it('are of every engine that there is, three of each', () => {
    const files = readdirSync(`${root}/src/validate/engines`).filter((name) => name.endsWith('.ts'));
    expect([...new Set(mutants.map(({ of }) => of))]).toEqual(
      files.map((name) => `engine ${name.slice(0, -3)}`).sort(),
    );
    expect(mutants).toHaveLength(3 * ENGINE_NAMES.length);
  });

  it.each(ENGINE_NAMES)('take %s out of the list, or out of the report as well, or make it silent', (name) => {
    const [gone, forgotten, silent] = mutants.filter(({ of }) => of === `engine ${name}`);
    expect(gone?.changes['src/validate/engines.ts']).toMatch(new RegExp(`filter\\(.*!== '${name}'\\)`));
    expect(forgotten?.changes['src/domain/report.ts']).toMatch(/ENGINE_NAMES = \['\w+'(, '\w+'){4}(, )?\]/);
    expect(forgotten?.changes['src/domain/report.ts']).not.toMatch(new RegExp(`ENGINE_NAMES = .*'${name}'`));
    expect(silent?.changes['src/validate/engines.ts']).toContain('judge: () => []');
  });
});
