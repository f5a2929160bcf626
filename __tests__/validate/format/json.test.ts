import { expect, it } from 'vitest';
import { reportJson } from '../../../src/validate/format/json.ts';
import { CLEAN, file, report } from '../../fakes/judging.ts';

it('The report is the document of contracts.md: these names, these shapes, nothing in their place', async () => {
  const judged = await report([file(CLEAN.replace('    timeout-minutes: 5\n', ''))]);
  const text = reportJson(judged);
  const read: unknown = JSON.parse(text);
  expect(text.endsWith('}\n')).toBe(true);
  expect(Object.keys(read as object)).toEqual(['verdict', 'findings', 'waived', 'digests', 'engines']);
  expect(read).toEqual({
    verdict: 'fail',
    findings: [
      {
        rule: 'missing-timeout',
        level: expect.stringMatching(/^(error|warning|note)$/),
        message: expect.any(String),
        file: '.github/workflows/x.yml',
        path: ['jobs', 'a'],
        range: { start: { line: 5, column: 3 }, end: { line: 5, column: 4 } },
        aliases: expect.any(Array),
        help: expect.any(String),
      },
    ],
    waived: [],
    digests: { input: expect.stringMatching(/^sha256:[0-9a-f]{64}$/), policy: expect.stringMatching(/^sha256:/) },
    engines: expect.arrayContaining([{ name: 'policy', status: 'ran', milliseconds: expect.any(Number) }]),
  });
});
