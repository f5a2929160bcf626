import type { Checkout } from '../../clients/checkout.ts';
import { isCommitted } from '../../clients/committed.ts';
import { writeFiles } from '../../clients/output.ts';
import type { GeneratedFile } from '../../domain/changes.ts';
import { ActionError } from '../../domain/errors.ts';
import { decodeText } from '../../domain/plain-text.ts';
import { type Proposal, toTakeOver } from '../../domain/proposal.ts';
import { CONFIGURATION_PATH } from '../../domain/repository.ts';
import { type FileContent, MANIFEST_LIMIT } from '../../domain/tree.ts';
import { readHeaded } from '../../generate/header.ts';

/** Every file, and the configuration that keeps what was asked for, below a folder of its own. Nothing unproven is written. Gives the paths. Throws OUTPUT_NOT_WRITABLE, PATH_OUTSIDE, INTERRUPTED. */
export async function writeElsewhere(
  folder: string,
  { report, changeSet }: Proposal,
  accepted: GeneratedFile | null,
): Promise<string[]> {
  const standing = [...changeSet.files.filter(({ status }) => status !== 'removed'), ...(accepted ? [accepted] : [])];
  return report.verdict === 'pass' ? await writeFiles(folder, standing) : [];
}

/**
 * What the repository does not have yet, with the configuration that keeps what was asked for. Nothing unproven is written, what is left when every layer has failed never takes the place of a
 * pipeline, and neither does anything take the place of a person's work that is not part of it and that git could not give back. Gives the
 * paths. Throws as above, and EDITS_NOT_COMMITTED.
 */
export async function writeInto(
  checkout: Checkout,
  proposal: Proposal,
  accepted: GeneratedFile | null,
): Promise<string[]> {
  const files = [...toTakeOver(proposal), ...(accepted ? [accepted] : [])];
  const standing = await checkout.trees.work().read(
    files.map(({ path }) => path),
    MANIFEST_LIMIT,
  );
  for (const file of files) await refuseLoss(checkout, file, standing.get(file.path));
  const wanted = files.map(({ path, content, status }) => ({ path, content: status === 'removed' ? null : content }));
  return await writeFiles(checkout.directory, wanted);
}

async function refuseLoss({ git }: Checkout, file: GeneratedFile, content: FileContent | undefined): Promise<void> {
  if (content === undefined) return;
  const bytes = content.kind === 'content' ? content.bytes : null;
  if (bytes !== null && (isPartOf(file, bytes) || (await isCommitted(git, file.path, bytes)))) return;
  throw new ActionError(
    'EDITS_NOT_COMMITTED',
    `'${file.path}' has what a person wrote and no commit holds; it would be lost, so nothing was written.`,
  );
}

/** Whether what stands there is what the new file was made from, edits and all: of a workflow without our header nothing is kept. */
function isPartOf({ path, previous }: GeneratedFile, bytes: Uint8Array): boolean {
  const decoded = decodeText(bytes);
  if (decoded.kind !== 'text') return false;
  return (
    decoded.text.trim() === '' ||
    (decoded.text === previous && (path === CONFIGURATION_PATH || readHeaded(previous) !== null))
  );
}
