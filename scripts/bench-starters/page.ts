import { table } from '../bench/table.ts';

/** What two tools find in some workflows. */
export interface Found {
  /** Names of the files. */
  readonly workflows: readonly string[];
  readonly actionlint: number;
  readonly zizmor: number;
}

export interface Compared {
  readonly name: string;
  readonly commit: string;
  readonly theirs: Found;
  readonly ours: Found;
}

/** The part of docs/benchmarks.md that sets GitHub's starter workflows beside ours. @param commit of the templates */
export function renderStarters(compared: readonly Compared[], commit: string): string {
  const rows = compared.map(({ name, commit: own, theirs, ours }) => [
    ...[name, own, theirs.workflows.join(', ') || 'none'],
    ...[each(theirs, 'actionlint'), each(theirs, 'zizmor'), each(ours, 'actionlint'), each(ours, 'zizmor')],
  ]);
  const total = (side: 'theirs' | 'ours'): Found => ({
    workflows: compared.flatMap((one) => one[side].workflows),
    actionlint: compared.reduce((sum, one) => sum + one[side].actionlint, 0),
    zizmor: compared.reduce((sum, one) => sum + one[side].zizmor, 0),
  });
  const [theirs, ours] = [total('theirs'), total('ours')];
  const last = [
    '**all**',
    '',
    `${theirs.workflows.length} files`,
    each(theirs, 'actionlint'),
    each(theirs, 'zizmor'),
    each(ours, 'actionlint'),
    each(ours, 'zizmor'),
  ];
  const head = [
    'repository',
    'commit',
    'templates',
    'theirs: actionlint',
    'theirs: zizmor',
    'ours: actionlint',
    'ours: zizmor',
  ];
  return `${headOf(commit)}\n\n${table(head, [...rows, last])}`;
}

function headOf(commit: string): string {
  return `<!-- Made by \`make bench-starters\` (scripts/bench-starters/run.ts). -->
## Beside GitHub's starter workflows

For each repository, GitHub's own templates (actions/starter-workflows at ${commit}) for the languages of its units, and for images where it builds some, filled in as GitHub does when somebody picks them; beside them what we generate. Findings of actionlint (with shellcheck) and of pedantic zizmor for each workflow, and in brackets the number of all. What is unpinned on purpose (a service's image without a known digest) counts against us as well.`;
}

function each({ workflows, ...found }: Found, tool: 'actionlint' | 'zizmor'): string {
  return workflows.length === 0 ? '–' : `${(found[tool] / workflows.length).toFixed(1)} (${found[tool]})`;
}
