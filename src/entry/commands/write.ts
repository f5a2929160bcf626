import { writeFiles } from '../../clients/output.ts';
import { type Proposal, toTakeOver } from '../../domain/proposal.ts';

/** Every file, below a folder of its own. Nothing unproven is written. Gives the paths. Throws OUTPUT_NOT_WRITABLE, PATH_OUTSIDE, INTERRUPTED. */
export async function writeElsewhere(folder: string, { report, changeSet }: Proposal): Promise<string[]> {
  return report.verdict === 'pass' ? await writeFiles(folder, changeSet.files) : [];
}

/**
 * What the repository does not have yet. Nothing unproven is written, and what is left when every layer has failed never takes the place of a
 * pipeline. Gives the paths. Throws as above.
 */
export async function writeInto(repository: string, proposal: Proposal): Promise<string[]> {
  return await writeFiles(repository, toTakeOver(proposal));
}
