import type { ChangeGroup, ImageBuild, Step } from '../../../domain/pipeline.ts';
import { entry, map, plain, scalar, type YamlNode } from '../yaml.ts';

type Changes = Extract<Step, { kind: 'changes' }>;

/** The step that compares a pull request with its base, by git alone, and says per group whether it is concerned. */
export function changesStep({ groups, images }: Changes): YamlNode {
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
    entry('run', scalar(script(groups, images))),
  ]);
}

/** The outputs of the job that holds the step: one a group, and the rows of the image matrix. */
export function changesOutputs({ groups, images }: Changes): readonly (readonly [string, string])[] {
  const names = [...groups.map(({ name }) => name), ...(images.length > 0 ? ['images'] : [])];
  return names.map((name) => [name, `\${{ steps.changes.outputs.${name} }}`]);
}

function script(groups: readonly ChangeGroup[], images: readonly (ImageBuild & ChangeGroup)[]): string {
  return [
    '# Outside of pull requests everything runs.',
    'concerns() {',
    '  [ "$EVENT" != pull_request ] || ! git diff --quiet "$BASE...HEAD" -- "$@"',
    '}',
    'tell() {',
    '  name=$1; shift',
    '  if concerns "$@"; then echo "$name=true"; else echo "$name=false"; fi >> "$GITHUB_OUTPUT"',
    '}',
    ...groups.map(({ name, globs }) => `tell ${name} ${globs.map(pathspec).join(' ')}`),
    ...(images.length > 0 ? imageLines(images) : []),
  ].join('\n');
}

function imageLines(images: readonly (ImageBuild & ChangeGroup)[]): string[] {
  return [
    'images=()',
    ...images.map(
      (image) =>
        `if concerns ${image.globs.map(pathspec).join(' ')}; then images+=(${shellQuote(JSON.stringify(matrixRow(image)))}); fi`,
    ),
    'echo "images=[$(IFS=,; echo "${images[*]}")]" >> "$GITHUB_OUTPUT"',
  ];
}

/** What a row of the image matrix tells its job: text only, build arguments as docker wants them. */
export function matrixRow({
  service,
  context,
  dockerfile,
  target,
  buildArgs,
}: ImageBuild): Readonly<Record<string, string>> {
  const args = Object.entries(buildArgs).map(([name, value]) => `${name}=${value}`);
  return {
    service,
    context,
    dockerfile,
    ...(target === '' ? {} : { target }),
    ...(args.length > 0 ? { args: args.join('\n') } : {}),
  };
}

function pathspec(glob: string): string {
  return shellQuote(`:(glob)${glob}`);
}

/** Text as one word of a shell, whatever is in it. */
function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
