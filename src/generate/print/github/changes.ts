import { hasInvisible } from '../../../domain/invisible.ts';
import type { ImageBuild, MatrixRows, UnitRow } from '../../../domain/matrix.ts';
import type { Step } from '../../../domain/pipeline.ts';
import { entry, map, plain, scalar, type YamlNode } from '../yaml.ts';
import { citation } from './citation.ts';
import { kindOf, matrixRow, nothingRow } from './rows.ts';
import { type SharedGlobs, sharedGlobs, withoutShared } from './shared-globs.ts';
import { shellWord } from './shell.ts';

type Changes = Extract<Step, { kind: 'changes' }>;

/** The step that compares a pull request with its base, by git alone, and says what it concerns. */
export function changesStep(changes: Changes): YamlNode {
  return map([
    entry('name', scalar('Find what the change concerns')),
    entry('id', scalar('changes')),
    entry('env', eventVariables()),
    entry('run', scalar(script(changes))),
  ]);
}

/** What a script must know to compare a pull request with its base. */
export function eventVariables(): YamlNode {
  return map([
    entry('EVENT', plain('${{ github.event_name }}')),
    entry('BASE', plain('${{ github.event.pull_request.base.sha }}')),
  ]);
}

/** The outputs of the job that holds the step: one a group, and one a matrix. */
export function changesOutputs({ groups, matrices }: Changes): readonly (readonly [string, string])[] {
  const names = [...groups.map(({ name }) => name), ...matrices.map(({ output }) => output)];
  return names.map((name) => [name, `\${{ steps.changes.outputs.${name} }}`]);
}

/** actionlint hands a script to ShellCheck through a pipe, and waits for ever where it is longer than a pipe of Linux holds: 64 KiB. (pipe(7)) */
const LONGEST_SCRIPT = 60_000;

/** The script with the reason of each row, as long as that can be checked. */
function script(changes: Changes): string {
  const whole = linesOf(changes, true).join('\n');
  return whole.length <= LONGEST_SCRIPT ? whole : linesOf(changes, false).join('\n');
}

/** `--quiet` looks for no renames, so git needs no content of files, which the checkout has not fetched. */
function linesOf({ always, groups, matrices }: Changes, isCited: boolean): string[] {
  const shared = sharedGlobs([...groups, ...matrices.flatMap(({ rows }) => rows)].map(({ globs }) => globs));
  return [
    '# Outside of pull requests everything runs, and so it does where git cannot compare.',
    'concerns() {',
    `  [ "$EVENT" != pull_request ] ||`,
    `    ! git --glob-pathspecs diff --quiet --ignore-submodules=none "$BASE...HEAD" -- ${always.map(pathspec).join(' ')} "$@"`,
    '}',
    ...(groups.length > 0 ? GROUP : []),
    ...(matrices.length > 0 ? MATRIX : []),
    ...(shared.length > 0 ? ['', '# What several parts have in common.'] : []),
    ...shared.flatMap(({ name, globs }) => [`${name}=(`, ...globs.map((glob) => `  ${pathspec(glob)}`), ')']),
    ...(groups.length > 0 ? [''] : []),
    ...groups.flatMap(({ name, globs }) => call(`group ${name}`, globs, shared)),
    ...matrices.flatMap((matrix) => matrixLines(matrix, { shared, isCited })),
  ];
}

const GROUP = [
  'group() {',
  '  if concerns "${@:2}"; then echo "$1=true"; else echo "$1=false"; fi >> "$GITHUB_OUTPUT"',
  '}',
];

const MATRIX = [
  '# The rows that the change concerns. A matrix may be neither empty nor skipped: where none is left, a row stands for nothing.',
  'row() {',
  '  if concerns "${@:2}"; then rows+=("$1"); fi',
  '}',
  'matrix() {',
  '  if [ "${#rows[@]}" -eq 0 ]; then rows=("$2"); fi',
  '  (IFS=,; echo "$1=[${rows[*]}]") >> "$GITHUB_OUTPUT"',
  '}',
];

interface RowOptions {
  readonly shared: readonly SharedGlobs[];
  readonly isCited: boolean;
}

function matrixLines({ output, rows }: MatrixRows, { shared, isCited }: RowOptions): string[] {
  const [first] = rows;
  if (!first) return [];
  return [
    '',
    'rows=()',
    ...rows.flatMap(({ row, globs }) => [
      ...(isCited ? reason(row) : []),
      ...call(`row ${shellWord(JSON.stringify(matrixRow(row)))}`, globs, shared),
    ]),
    `matrix ${output} ${shellWord(nothingRow(kindOf(first.row)))}`,
  ];
}

function reason({ because }: ImageBuild | UnitRow): string[] {
  const cited = citation(because);
  // Neither the end of a line nor an expression may come from the name of a file.
  return cited === null || hasInvisible(cited) || cited.includes('${{') ? [] : [`# ${cited}`];
}

const LONGEST = 110;

/** A call with its globs, each on a line of its own where they would make one that is too long to read. */
function call(start: string, globs: readonly string[], shared: readonly SharedGlobs[]): string[] {
  const { own, names } = withoutShared(globs, shared);
  const words = [...own.map(pathspec), ...names.map((name) => `"\${${name}[@]}"`)];
  const line = [start, ...words].join(' ');
  if (line.length <= LONGEST || words.length < 2) return [line];
  return [`${start} \\`, ...words.map((word, index) => `  ${word}${index < words.length - 1 ? ' \\' : ''}`)];
}

/** As git reads it with `--glob-pathspecs`: a colon in front would begin magic of its own. (gitglossary, "pathspec") */
function pathspec(glob: string): string {
  return shellWord(glob.startsWith(':') ? `:(glob)${glob}` : glob);
}
