import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Deadline } from '../domain/deadline.ts';
import { ActionError, toActionError } from '../domain/errors.ts';
import type { ArtifactFile, Artifacts } from '../domain/github.ts';

/** What the service may take, in milliseconds: its client tries again for minutes. */
const LIMIT = 20_000;

/** Days that GitHub keeps it; a repository may allow fewer. */
const RETENTION = 30;

export interface ArtifactsOptions {
  /** Address of the run. */
  readonly runUrl: string;
  readonly deadline: Deadline;
}

/** The artifacts of the run that we are in. */
export function artifactsOf({ runUrl, deadline }: ArtifactsOptions): Artifacts {
  return {
    upload: async (name, files) => {
      const folder = mkdtempSync(join(tmpdir(), 'agent-generate-'));
      try {
        const paths = files.map((file) => put(folder, file));
        const id = await deadline.within(LIMIT).race(() => uploadTo(name, paths, folder));
        return `${runUrl}/artifacts/${id}`;
      } catch (cause) {
        throw new ActionError('ARTIFACT_FAILED', `The artifact could not be kept: ${reasonOf(cause)}.`, { cause });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  } satisfies Artifacts;
}

/** The client, with all of Azure's storage SDK, is loaded when there is something to keep. */
async function uploadTo(name: string, paths: string[], folder: string): Promise<number> {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const { id } = await new DefaultArtifactClient().uploadArtifact(name, paths, folder, { retentionDays: RETENTION });
  if (id === undefined) throw new Error('the service gave it no number');
  return id;
}

function put(folder: string, { path, content }: ArtifactFile): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

function reasonOf(cause: unknown): string {
  const error = toActionError(cause);
  if (error.code === 'DEADLINE_EXCEEDED') return 'its service did not answer in time';
  return (error.message.split('\n')[0] ?? '').replace(/\.$/, '');
}
