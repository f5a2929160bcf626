import { ActionError } from '../domain/errors.ts';
import type { EventTrigger } from '../domain/event.ts';
import { CONFIGURATION_PATH, type FileHistory, type RepositoryContext } from '../domain/repository.ts';
import type { Tree } from '../domain/tree.ts';
import { type Aim, type AimRequest, aimOf } from './aim.ts';
import { type Changes, changesOf } from './changes.ts';
import { assertFilled } from './head.ts';
import { configurationInForce, type InForce } from './in-force.ts';
import { select } from './selected.ts';
import { openSources, type SourceRequest, type Sources, treeAt } from './sources.ts';

/** What happened on GitHub, and where its commits can be read from: the workspace, and the API where there is a token. */
export interface EventContextRequest extends SourceRequest, AimRequest {}

/**
 * What there is to be judged of an event. Whatever git does not have is asked of GitHub; where that cannot tell the difference or the
 * configuration, a note says so, and everything counts as changed or the defaults hold: an answer is better than none.
 * Throws NOT_A_REPOSITORY, EMPTY_REPOSITORY, CONFIGURATION_INVALID, GIT_FAILED, and where the head cannot be read TOKEN_MISSING or a code
 * that begins with `GITHUB_`.
 */
export async function readEventContext(request: EventContextRequest): Promise<RepositoryContext> {
  // What git says of the files is asked for along with the rest; whether it could say so is found out where the listing is used.
  if (mayBeCheckedOut(request.trigger))
    request.trees
      .work()
      .list()
      .catch(() => {});
  const sources = await openSources(request);
  const aim = await aimOf(sources, request);
  const reading = headTree(sources, aim);
  const comparing = changesOf(sources, aim);
  const changed = changedConfiguration(reading, comparing);
  // Whoever waits for these two hears of it.
  changed.catch(() => {});
  const [tree, changes, judge] = await Promise.all([reading, comparing, readJudge(sources, aim, changed)]);
  const selection = await select(tree, judge.configuration);
  return {
    trigger: request.trigger,
    tree: selection.tree,
    wholeTree: tree,
    baseTree: judge.tree,
    configuration: judge.configuration,
    base: aim.base,
    head: aim.head,
    defaultBranch: request.defaultBranch,
    histories: historiesOf(sources, aim),
    changedFiles: changes.files?.filter(({ path }) => selection.isSelected(path)) ?? null,
    findings: judge.findings,
    notes: [changes.note, judge.note, selection.note].filter((note) => note !== null),
  };
}

/** Where the head is data, nothing is read from the work tree. */
function mayBeCheckedOut(trigger: EventTrigger): boolean {
  return trigger.kind !== 'comment' && !(trigger.kind === 'pull-request' && trigger.event === 'pull_request_target');
}

function historiesOf({ place, trees, remote }: Sources, { headCommit }: Aim): FileHistory[] {
  return [...(place ? [trees.history(headCommit)] : []), ...(remote ? [remote.history(headCommit)] : [])];
}

async function headTree(sources: Sources, { head }: Aim): Promise<Tree> {
  const tree = head === null ? sources.trees.work() : await treeAt(sources, head.commit);
  await assertFilled(tree, head === null ? sources.git.directory : `'${head.name}'`);
  return tree;
}

/** The tree of the head where its configuration may be another one; null where it is known to be the same, which costs nothing to read. */
async function changedConfiguration(reading: Promise<Tree>, comparing: Promise<Changes>): Promise<Tree | null> {
  const { files } = await comparing;
  const isSame = files?.every(
    ({ path, previousPath }) => path !== CONFIGURATION_PATH && previousPath !== CONFIGURATION_PATH,
  );
  return isSame === true ? null : await reading;
}

/** What the head is judged by. */
interface Judge extends InForce {
  readonly tree: Tree | null;
}

/** From the trusted commit alone. What cannot be fetched is said and left out; what is there and is wrong ends the run. */
async function readJudge(sources: Sources, { trusted }: Aim, head: Promise<Tree | null>): Promise<Judge> {
  if (trusted === null) return unjudged('No base was found, so no configuration holds.');
  try {
    const tree = await treeAt(sources, trusted);
    return {
      tree,
      ...(await configurationInForce({ base: tree, head: await head, hint: 'it counts once it is merged' })),
    };
  } catch (thrown) {
    if (!(thrown instanceof ActionError && /^(GITHUB_|TOKEN_MISSING)/.test(thrown.code))) throw thrown;
    const why = thrown.message.replace(/\.$/, '');
    return unjudged(
      `${CONFIGURATION_PATH} could not be read at the base, so the defaults hold (${thrown.code}: ${why}).`,
    );
  }
}

function unjudged(note: string): Judge {
  return { tree: null, configuration: null, note, findings: [] };
}
