import type { ImageBuild, ImageMatrix, Step } from '../../../domain/pipeline.ts';
import { IDLE } from '../../plan/names.ts';
import { hasInvisible } from '../invisible.ts';
import { entry, map, plain, scalar, type YamlNode } from '../yaml.ts';
import { citation } from './citation.ts';
import { shellWord } from './shell.ts';
import { asPath } from './text.ts';

type Changes = Extract<Step, { kind: 'changes' }>;

/** The step that compares a pull request with its base, by git alone, and says what it concerns. */
export function changesStep(changes: Changes): YamlNode {
  return map([
    entry('name', scalar('Find what the change concerns')),
    entry('id', scalar('changes')),
    entry(
      'env',
      map([
        entry('EVENT', plain('${{ github.event_name }}')),
        entry('BASE', plain('${{ github.event.pull_request.base.sha }}')),
      ]),
    ),
    entry('run', scalar(script(changes))),
  ]);
}

/** The outputs of the job that holds the step: one a group, and one a matrix. */
export function changesOutputs({ groups, matrices }: Changes): readonly (readonly [string, string])[] {
  const names = [...groups.map(({ name }) => name), ...matrices.map(({ output }) => output)];
  return names.map((name) => [name, `\${{ steps.changes.outputs.${name} }}`]);
}

/** What a row of the image matrix tells its job: text only, build arguments as docker wants them. */
export function matrixRow({
  service,
  context,
  dockerfile,
  target,
  buildArgs,
}: ImageBuild): Readonly<Record<string, string>> {
  const args = Object.entries(buildArgs).map(buildArg);
  return {
    service,
    context: asPath(context),
    dockerfile: asPath(dockerfile),
    ...(target === '' ? {} : { target }),
    ...(args.length > 0 ? { args: args.join('\n') } : {}),
  };
}

/** One line an argument, as the action reads them: a value of several lines stands in quotes. (docker/build-push-action, "build-args") */
function buildArg([name, value]: readonly [string, string]): string {
  const line = `${name}=${value}`;
  return /[\n\r]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

/** `--quiet` looks for no renames, so git needs no content of files, which the checkout has not fetched. */
function script({ always, groups, matrices }: Changes): string {
  return [
    '# Outside of pull requests everything runs, and so it does where git cannot compare.',
    'concerns() {',
    `  [ "$EVENT" != pull_request ] || ! git diff --quiet "$BASE...HEAD" -- ${pathspecs(always)} "$@"`,
    '}',
    ...(groups.length > 0 ? ['group() {', ...GROUP, '}'] : []),
    ...groups.map(({ name, globs }) => `group ${name} ${pathspecs(globs)}`),
    ...(matrices.length > 0 ? ['row() {', ...ROW, '}', ...matrices.flatMap(matrixLines)] : []),
  ].join('\n');
}

const GROUP = [
  '  name=$1; shift',
  '  if concerns "$@"; then echo "$name=true"; else echo "$name=false"; fi >> "$GITHUB_OUTPUT"',
];

const ROW = ['  if concerns "${@:2}"; then rows+=("$1"); fi'];

function matrixLines({ output, rows }: ImageMatrix): string[] {
  return [
    'rows=()',
    ...rows.flatMap(({ build, globs }) => [
      ...reason(build),
      `row ${shellWord(JSON.stringify(matrixRow(build)))} ${pathspecs(globs)}`,
    ]),
    '# A matrix must not be empty: one row that builds nothing.',
    `[ "\${#rows[@]}" -gt 0 ] || rows=('{"service":"${IDLE}"}')`,
    `(IFS=,; echo "${output}=[\${rows[*]}]") >> "$GITHUB_OUTPUT"`,
  ];
}

function reason({ because }: ImageBuild): string[] {
  const cited = citation(because);
  // Neither the end of a line nor an expression may come from the name of a file.
  return cited === null || hasInvisible(cited) || cited.includes('${{') ? [] : [`# ${cited}`];
}

function pathspecs(globs: readonly string[]): string {
  return globs.map((glob) => shellWord(`:(glob)${glob}`)).join(' ');
}
