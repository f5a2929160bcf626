import { headCommitOf } from '../../domain/repository.ts';
import { usageWords } from '../usage.ts';
import { andMore, firstOf } from './lists.ts';
import { code, link, prose } from './markdown.ts';
import type { Cuts, GithubPage } from './page.ts';

/** What was compared with what, where the rest can be looked at, and what else became of the run. */
export function footer({ context, links, notes, proposal }: GithubPage, { entries }: Cuts): string {
  const { base, changedFiles } = context;
  const head = headCommitOf(context);
  const of = head === null ? 'Of the work tree' : `Of ${code(head.slice(0, 12))}`;
  const against = base ? ` against ${code(base.name, 80)}` : '';
  const count =
    changedFiles === null ? '' : `: ${changedFiles.length} changed file${changedFiles.length === 1 ? '' : 's'}`;
  const places = [
    ...(links.run ? [link('run', links.run.url)] : []),
    ...(links.artifact ? [link('artifact', links.artifact.url)] : []),
  ];
  const usage = usageWords(proposal.usage);
  const said = firstOf([...notes, ...context.notes, ...(proposal.notes ?? [])], Math.max(1, entries));
  return [
    ...said.shown.map((note) => `- ${prose(note)}`),
    ...andMore(said.left),
    ...(said.shown.length > 0 ? [''] : []),
    `<sub>${[`${of}${against}${count}`, ...(usage === null ? [] : [usage]), ...places].join(' · ')}</sub>`,
  ].join('\n');
}
