import release from '../../../release.json' with { type: 'json' };
import { openCheckout } from '../../clients/checkout.ts';
import { deadlineAfterStart } from '../../clients/deadline.ts';
import { writeFiles } from '../../clients/output.ts';
import { readContext } from '../../context/context.ts';
import { renderUnsaid } from '../../deliver/terminal/adopted.ts';
import { ActionError } from '../../domain/errors.ts';
import { paintWith } from '../../domain/paint.ts';
import { CONFIGURATION_PATH } from '../../domain/repository.ts';
import { MANIFEST_LIMIT } from '../../domain/tree.ts';
import { adopt } from '../../generate/adopt/adopt.ts';
import { type CommandLine, USUAL_SECONDS } from '../../inputs/command-line.ts';
import { readEnvironment } from '../../inputs/environment.ts';
import { readExisting } from '../../profile/existing/read.ts';
import { profileRepository } from '../../profile/profile.ts';

/** Where editors find the schema of the configuration: at the released commit, and nowhere while there is none that they can fetch. */
const SCHEMA = release.published
  ? `https://raw.githubusercontent.com/${release.repository}/${release.sha}/docs/agent-generate.schema.json`
  : null;

/**
 * Prints, or writes, the configuration that makes the pipeline which the repository has already; what it cannot say goes to standard
 * error. Throws NOTHING_TO_ADOPT, CONFIGURATION_EXISTS, and what reading and writing throw.
 */
export async function adoptCommand(inputs: Extract<CommandLine, { command: 'adopt' }>): Promise<number> {
  const { color, variables } = readEnvironment(process.stderr.isTTY === true);
  const deadline = deadlineAfterStart(USUAL_SECONDS * 1000);
  const { directory, git, trees } = openCheckout({ directory: inputs.repository, environment: variables, deadline });
  const { tree, defaultBranch } = await readContext({ git, trees, base: null, head: null });
  const profile = await profileRepository(tree);
  const existing = await readExisting(tree, profile);
  if (existing.files.length === 0)
    throw new ActionError(
      'NOTHING_TO_ADOPT',
      'The repository has no workflow of GitHub that agent-generate has not made.',
    );
  const { text, isEmpty, unsaid } = adopt({ profile, existing, defaultBranch, schema: SCHEMA });
  if (isEmpty) {
    process.stderr.write(renderUnsaid(unsaid, paintWith(color)));
    throw new ActionError('NOTHING_TO_ADOPT', 'Nothing of what the workflows do can be said as an intent.');
  }
  if (inputs.write) process.stdout.write(await write(directory, trees.work(), text));
  else process.stdout.write(text);
  process.stderr.write(renderUnsaid(unsaid, paintWith(color)));
  return 0;
}

async function write(
  directory: string,
  tree: ReturnType<ReturnType<typeof openCheckout>['trees']['work']>,
  text: string,
) {
  const standing = (await tree.read([CONFIGURATION_PATH], MANIFEST_LIMIT)).get(CONFIGURATION_PATH);
  const isSame = standing?.kind === 'content' && Buffer.from(standing.bytes).toString('utf8') === text;
  if (isSame) return `${CONFIGURATION_PATH} says this already.\n`;
  if (standing) throw new ActionError('CONFIGURATION_EXISTS', `'${CONFIGURATION_PATH}' is there with other content.`);
  const [path = ''] = await writeFiles(directory, [{ path: CONFIGURATION_PATH, content: text }]);
  return `Written: ${path}\nRead it and commit it to the default branch, where it is read; then run generate.\n`;
}
