import { type BaseFiles, comparedWithBase } from '../../deliver/github/capability-change.ts';
import { markerOf } from '../../deliver/github/marker.ts';
import type { GithubPage } from '../../deliver/github/page.ts';
import { shortened } from '../../deliver/terminal/shorten.ts';
import type { Trigger, WorkflowRun } from '../../domain/event.ts';
import { textIn } from '../../domain/plain-text.ts';
import { MANIFEST_LIMIT } from '../../domain/tree.ts';
import { GENERATED_PATHS } from '../../generate/generate.ts';
import { terminalPage } from '../commands/page.ts';
import type { Job, Proposed } from './job.ts';
import { artifactOf } from './keep.ts';

/** What GitHub's pages are made from. */
export async function pageOf(job: Job, { trigger, context, outcome }: Proposed): Promise<GithubPage> {
  const { run } = job.runner;
  return {
    marker: markerOf(job.inputs.id),
    context,
    ...outcome,
    ...comparedWithBase(outcome.proposal.changeSet, await baseFilesOf(context)),
    links: {
      run: { id: run.id, url: run.url },
      artifact: artifactOf(job),
      blob: blobOf(run, trigger),
    },
    notes: [],
  };
}

async function baseFilesOf({ baseTree }: Proposed['context']): Promise<BaseFiles> {
  if (baseTree === null) return null;
  const contents = await baseTree.read(GENERATED_PATHS, MANIFEST_LIMIT).catch(() => null);
  if (contents === null) return null;
  return new Map(
    [...contents].flatMap(([path, content]) => {
      const text = textIn(content);
      return text === null ? [] : [[path, text] as const];
    }),
  );
}

/** Where the head's files can be looked at, as it was when the run began. */
function blobOf({ serverUrl, repository }: WorkflowRun, trigger: Trigger): string | null {
  const commit = trigger.kind === 'pull-request' ? trigger.pullRequest.head.commit : null;
  return commit === null ? null : `${serverUrl}/${repository.owner}/${repository.name}/blob/${commit}`;
}

const MOST_LOGGED = 5000;

/** For the log, without colours: they are for terminals. */
export function logPage({ context, outcome }: Proposed, written: readonly string[]): string {
  return shortened(terminalPage({ ...outcome, context, written, color: false }), MOST_LOGGED);
}
