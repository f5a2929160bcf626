import { expect, it } from 'vitest';
import { type Proposal, toTakeOver } from '../../src/domain/proposal.ts';
import { generatedFile, proposalOf } from '../fakes/proposals.ts';
import { reportOf } from '../fakes/reports.ts';

const FILES = (['added', 'changed', 'removed', 'unchanged'] as const).map((status) =>
  generatedFile({ path: status, status }),
);
const FALLBACK = { code: 'NOT_PROVEN', message: 'Not proven.' };

it.each<[string, Partial<Proposal>, string[]]>([
  ['what is not so yet', {}, ['added', 'changed', 'removed']],
  ['the same where nothing but the least was ever wanted', { source: 'minimal' }, ['added', 'changed', 'removed']],
  ['only what is new, of what is left', { source: 'minimal', fallback: FALLBACK }, ['added']],
  ['all of it, of a part', { fallback: FALLBACK }, ['added', 'changed', 'removed']],
  ['nothing that is refused', { report: reportOf([], { verdict: 'fail' }) }, []],
])('A repository may take over %s', (_, given, paths) => {
  expect(toTakeOver(proposalOf({ changeSet: { files: FILES }, ...given })).map(({ path }) => path)).toEqual(paths);
});
