import type { Checkout } from '../../clients/checkout.ts';
import { isCommitted } from '../../clients/committed.ts';
import { writeFiles } from '../../clients/output.ts';
import { ActionError } from '../../domain/errors.ts';
import { decodeText } from '../../domain/plain-text.ts';
import { type Proposal, toTakeOver } from '../../domain/proposal.ts';
import { type FileContent, MANIFEST_LIMIT } from '../../domain/tree.ts';
import { handWritten } from '../../generate/print/github/workflow.ts';

/** Every file, below a folder of its own. Nothing unproven is written. Gives the paths. Throws OUTPUT_NOT_WRITABLE, PATH_OUTSIDE, INTERRUPTED. */
export async function writeElsewhere(folder: string, { report, changeSet }: Proposal): Promise<string[]> {
  const standing = changeSet.files.filter(({ status }) => status !== 'removed');
  return report.verdict === 'pass' ? await writeFiles(folder, standing) : [];
}

/**
 * What the repository does not have yet. Nothing unproven is written, what is left when every layer has failed never takes the place of a
 * pipeline, and neither does anything take the place of a person's work that git could not give back. Gives the paths. Throws as above, and
 * EDITS_NOT_COMMITTED.
 */
export async function writeInto(checkout: Checkout, proposal: Proposal): Promise<string[]> {
  const files = toTakeOver(proposal);
  const paths = files.map(({ path }) => path);
  const standing = await checkout.trees.work().read(paths, MANIFEST_LIMIT);
  for (const [path, content] of standing) await refuseLoss(checkout, path, content);
  const wanted = files.map(({ path, content, status }) => ({ path, content: status === 'removed' ? null : content }));
  return await writeFiles(checkout.directory, wanted);
}

async function refuseLoss({ git }: Checkout, path: string, content: FileContent): Promise<void> {
  const bytes = content.kind === 'content' ? content.bytes : null;
  if (bytes !== null && (isOurs(bytes) || (await isCommitted(git, path, bytes)))) return;
  throw new ActionError(
    'EDITS_NOT_COMMITTED',
    `'${path}' has what a person wrote and no commit holds; it would be lost, so nothing was written.`,
  );
}

/** Whether it can be made again: what a person wrote cannot. */
function isOurs(bytes: Uint8Array): boolean {
  const decoded = decodeText(bytes);
  return decoded.kind === 'text' && handWritten(decoded.text) === null;
}
