import { expect, it } from 'vitest';
import { renderStarters } from '../../scripts/bench-starters/page.ts';
import { filledIn, templatesFor } from '../../scripts/bench-starters/starters.ts';

it('The templates are those of the languages, of the manager where that decides, and of images', () => {
  const units = [
    { ecosystem: 'java', manager: 'maven' },
    { ecosystem: 'go', manager: 'go' },
    { ecosystem: 'go', manager: 'go' },
    { ecosystem: 'terraform', manager: null },
  ];
  expect(templatesFor(units, true)).toEqual(['docker-image.yml', 'go.yml', 'maven.yml']);
  expect(templatesFor([], false)).toEqual([]);
});

it('A template is filled in as GitHub does', () => {
  expect(filledIn('branches: [ $default-branch ]\ncron: $cron-daily', 'trunk')).toBe(
    "branches: [ trunk ]\ncron: '17 3 * * *'",
  );
});

it('Findings are given for each workflow, and of all', () => {
  const compared = [
    {
      name: 'a/one',
      commit: 'abc',
      theirs: { workflows: ['docker-image.yml', 'go.yml'], actionlint: 1, zizmor: 12 },
      ours: { workflows: ['generated.yml'], actionlint: 0, zizmor: 0 },
    },
    {
      name: 'a/two',
      commit: 'def',
      theirs: { workflows: [], actionlint: 0, zizmor: 0 },
      ours: { workflows: ['generated.yml'], actionlint: 0, zizmor: 1 },
    },
  ];
  const page = renderStarters(compared, '123');
  expect(page).toContain('| a/one | abc | docker-image.yml, go.yml | 0.5 (1) | 6.0 (12) | 0.0 (0) | 0.0 (0) |');
  expect(page).toContain('| a/two | def | none | – | – | 0.0 (0) | 1.0 (1) |');
  expect(page).toContain('| **all** |  | 2 files | 0.5 (1) | 6.0 (12) | 0.0 (0) | 0.5 (1) |');
});
