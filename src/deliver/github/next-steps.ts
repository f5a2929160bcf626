import { OPT_OUT_LABEL } from '../../domain/event.ts';
import { toTakeOver } from '../../domain/proposal.ts';
import { CONFIGURATION_PATH } from '../../domain/repository.ts';
import { requiring, sharing } from '../covered.ts';
import { firstOf } from './lists.ts';
import { code, fenced } from './markdown.ts';
import type { GithubPage } from './page.ts';

/** Of more jobs than these nobody reads the list. */
const MOST_NAMES = 8;

/** How a person takes the proposal over, changes it, or is left alone. */
export function nextSteps(page: GithubPage): string {
  return [...accepting(page), ...besides(page), ...building(page), ...changing(), ...silencing()].join('\n');
}

function accepting({ proposal, accepted, links }: GithubPage): string[] {
  if (proposal.report.verdict !== 'pass')
    return ['**Accept it**: not yet. Mend what the findings name, and push again.', ''];
  if (accepted === null && proposal.changeSet.files.every(({ status }) => status === 'unchanged')) return [];
  const wanted = [...toTakeOver(proposal), ...(accepted === null ? [] : [accepted])];
  if (wanted.length === 0)
    return ['**Accept it**: no. It is what is left, and the pipeline that stands here is more.', ''];
  const note = `Then ${requiring(proposal.pipeline, '`ci-gate`')} The token of a workflow may not write workflows, so a person does this.`;
  if (links.run === null || links.artifact === null)
    return ['**Accept it**: run `agent-generate generate --write` in a checkout, and commit what it writes.', note, ''];
  const copies = wanted.map(({ path, status }) =>
    status === 'removed' ? `git rm --quiet ${path}` : `cp "$folder/${artifactPath(path)}" ${path}`,
  );
  const commands = [
    'folder=$(mktemp -d)',
    `gh run download ${links.run.id} --name ${links.artifact.name} --dir "$folder"`,
    'mkdir -p .github/workflows',
    ...copies,
    `git add ${accepted === null ? '' : `${CONFIGURATION_PATH} `}.github/workflows && git commit -m 'Take over the generated pipeline'`,
  ];
  const kept =
    accepted === null
      ? []
      : [
          `With \`${CONFIGURATION_PATH}\` merged, what was asked for in words is part of every later pipeline, and nobody is asked again. Without it the next pull request takes it out.`,
          '',
        ];
  return ['**Accept it**, on the branch of this pull request:', '', fenced('sh', commands), '', ...kept, note, ''];
}

/** Whoever has a pipeline already would otherwise run everything twice. */
function besides({ beside, replaceable, proposal }: GithubPage): string[] {
  if (beside.length === 0 || toTakeOver(proposal).length === 0) return [];
  const kept = beside.filter((path) => !replaceable.includes(path));
  return [
    ...(kept.length > 0
      ? [`**Beside it** the workflows that are here keep running: ${named(kept)}. ${sharing(proposal.pipeline)}`, '']
      : []),
    ...(replaceable.length > 0
      ? [`**In its place** these could be removed, since it does all that they do: ${named(replaceable)}.`, '']
      : []),
  ];
}

function named(paths: readonly string[]): string {
  const { shown, left } = firstOf(paths, MOST_NAMES);
  return [...shown.map((path) => code(path)), ...(left > 0 ? [`${left} more`] : [])].join(', ');
}

/** What a plan cannot have: who builds by one must know it from here. (docs/action.md, "Two ways to run what was generated") */
function building({ proposal: { pipeline, report } }: GithubPage): string[] {
  const left = pipeline.jobs.filter(
    ({ containers, steps }) =>
      containers.length > 0 || steps.some(({ kind }) => kind === 'build-image' || kind === 'make-image'),
  );
  if (report.verdict !== 'pass' || left.length === 0) return [];
  const { shown, left: more } = firstOf(left, MOST_NAMES);
  const names = [...shown.map(({ name }) => code(name)), ...(more > 0 ? [`${more} more`] : [])].join(', ');
  return [`**Build by it in the same run** with the output \`plan\`. Only \`generated.yml\` runs ${names}.`, ''];
}

/** Where the artifact keeps a generated file: by its name alone, since what begins with a dot is easily lost. */
export function artifactPath(path: string): string {
  return path.split('/').at(-1) ?? path;
}

/** How a person changes what is proposed. */
export function changing(): string[] {
  const example = ['version: 1', 'request:', '  intents:', '    - { kind: timeout, for: { all: true }, minutes: 15 }'];
  return [
    `**Change it** with intents in \`${CONFIGURATION_PATH}\` at the base branch, such as:`,
    '',
    fenced('yaml', example),
    '',
    'Edits of the file itself are kept when it is generated anew, and reported where they stand in the way.',
    '',
  ];
}

/** How a person is left alone. */
export function silencing(): string[] {
  return [
    `**Silence it** for this pull request with the label \`${OPT_OUT_LABEL}\`; for parts of the repository with \`settings: { paths: { exclude: [ … ] } }\` in the same file.`,
  ];
}
