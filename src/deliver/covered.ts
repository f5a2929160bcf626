import type { Covered, Missed } from '../domain/coverage.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Pipeline } from '../domain/pipeline.ts';

const FOLDER = '.github/workflows/';

/** A step of a workflow as people name it: `ci.yml:31`. */
export function stepName({ file, line }: Evidence): string {
  return `${file.startsWith(FOLDER) ? file.slice(FOLDER.length) : file}:${line}`;
}

/** `api: test`, as jobs are named; with the commands where it is not the whole check: `api: lint (eslint .)`. */
export function coveredName({ subject, check, commands, isPart }: Covered): string {
  const name = check === null ? subject : `${subject}: ${check}`;
  return isPart ? `${name} (${[...new Set(commands.map(({ run }) => run))].join(', ')})` : name;
}

/** Why a check is generated that such steps run too, with the name as the page writes names: behind `ci.yml:31`. */
export function missedWords({ kind, name }: Missed, written = name): string {
  switch (kind) {
    case 'branch':
      return `runs it too, but not for pull requests to ${written}`;
    case 'path':
      return `runs it too, but not where ${written} alone is changed`;
    case 'condition':
      return `runs it too, but only where this holds: ${written}`;
    case 'mended':
      return `runs it too, but mends what it can and does not fail for that: ${written}`;
    case 'fork':
      return 'runs it too, on pushes alone: not for pull requests from forks';
    case 'merge':
      return `runs it too, but only once it is merged into ${written}`;
  }
}

/** What the workflows that keep running have to do with what is proposed: what is covered is not in it, what they do in another way may be. */
export function sharing({ covered }: Pick<Pipeline, 'covered'>): string {
  return covered.length > 0 ? 'What is covered by them is not in it.' : 'What both run can be taken out of them.';
}

/** What a branch protection is to name; `gate` is the name of our check as the page writes names. It speaks for the jobs of its own file alone. */
export function requiring({ covered }: Pick<Pipeline, 'covered'>, gate: string): string {
  return covered.length > 0
    ? `make ${gate} a required check of the branch, beside those of the workflows that cover the rest.`
    : `make ${gate} the one required check of the branch.`;
}

/** The steps of all that is covered, each once, in the order of the checks. */
export function coveringSteps(covered: readonly Covered[]): Evidence[] {
  const steps = covered.flatMap(({ by }) => by);
  return [...new Map(steps.map((step) => [stepName(step), step])).values()];
}
