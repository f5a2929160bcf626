import { artifactsOf } from '../../clients/artifacts.ts';
import { appendRecord } from '../../clients/job.ts';
import { artifactPath } from '../../deliver/github/next-steps.ts';
import type { GeneratedFile } from '../../domain/changes.ts';
import { toActionError } from '../../domain/errors.ts';
import type { ArtifactFile } from '../../domain/github.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { Job } from './job.ts';

/** Uses of the action in one run have one artifact each. */
function artifactName({ inputs }: Job): string {
  return inputs.id === 'default' ? 'agent-generate' : `agent-generate-${inputs.id}`;
}

/** Where it can be fetched; null on an Enterprise server, whose service is an older one that our client does not speak to. */
export function artifactOf(job: Job): { readonly name: string; readonly url: string } | null {
  const { serverUrl, url } = job.runner.run;
  const host = URL.parse(serverUrl)?.hostname ?? '';
  if (host !== 'github.com' && !/\.(?:ghe\.com|localhost)$/.test(host)) return null;
  return { name: artifactName(job), url: `${url}#artifacts` };
}

export interface Kept {
  /** The line of the record. */
  readonly line: string;
  readonly proposal: Proposal | null;
  /** The configuration to accept; null where there is none. */
  readonly accepted: GeneratedFile | null;
}

/** Keeps the record, with what it is about, in the run's artifact and in the file that was asked for. Gives what could not be kept, a sentence each. */
export async function keep(job: Job, { line, proposal, accepted }: Kept): Promise<string[]> {
  const { runner, deadline, inputs } = job;
  const files: ArtifactFile[] = [
    { path: 'record.jsonl', content: line },
    ...(proposal ? filesOf(proposal) : []),
    ...(accepted ? [{ path: artifactPath(accepted.path), content: accepted.content }] : []),
  ];
  const uploading = artifactsOf({ runUrl: runner.run.url, deadline }).upload(artifactName(job), files);
  const unwritten = inputs.recordFile === null ? null : appendRecord(runner.workspace, inputs.recordFile, line);
  const lost = await uploading.then(
    () => null,
    (thrown: unknown) => {
      const { message, help } = toActionError(thrown);
      return `${message} ${help}`;
    },
  );
  return [unwritten, lost].filter((sentence) => sentence !== null);
}

function filesOf({ changeSet, report, request }: Proposal): ArtifactFile[] {
  return [
    ...changeSet.files
      .filter(({ status }) => status !== 'removed')
      .map(({ path, content }) => ({ path: artifactPath(path), content })),
    { path: 'report.json', content: `${JSON.stringify(report, null, 2)}\n` },
    { path: 'request.json', content: `${JSON.stringify(request, null, 2)}\n` },
  ];
}
