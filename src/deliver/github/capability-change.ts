import type { ChangeSet } from '../../domain/changes.ts';
import type { Capability } from '../../workflow/capabilities/capability.ts';
import { capabilityDifference } from '../../workflow/capability-difference.ts';

/** What the proposed files together may do, against those of the base. */
export interface CapabilityChange {
  readonly added: readonly Capability[];
  readonly removed: readonly Capability[];
  readonly moved: readonly { readonly from: Capability; readonly to: Capability }[];
  /** What is new and high-risk. */
  readonly risks: readonly Capability[];
  /** Why it is not compared with the base, one sentence; null where it is. */
  readonly uncompared: string | null;
}

/** The generated files as they are at the base, by path; without what is not there. Null where no base is known. */
export type BaseFiles = ReadonlyMap<string, string> | null;

/** The parts of a page that tell what the files may do. */
export function comparedWithBase(changeSet: ChangeSet, baseFiles: BaseFiles) {
  return {
    isFirst: baseFiles === null || baseFiles.size === 0,
    change: capabilityChangeOf(changeSet, baseFiles),
  };
}

/** Where the base cannot be read, all is listed as new: what cannot be compared is not hidden. */
function capabilityChangeOf({ files }: ChangeSet, baseFiles: BaseFiles): CapabilityChange {
  const differences = files.map(({ path, content, status }) => {
    const after = status === 'removed' ? null : content;
    const difference = capabilityDifference(baseFiles?.get(path) ?? null, after);
    return difference.kind === 'compared'
      ? { difference, why: null }
      : { difference: capabilityDifference(null, after), why: difference.why };
  });
  const compared = differences.flatMap(({ difference }) => (difference.kind === 'compared' ? [difference] : []));
  const added = compared.flatMap((one) => one.added);
  const moved = compared.flatMap((one) => one.moved);
  return {
    added,
    moved,
    removed: compared.flatMap((one) => one.removed),
    risks: [...added, ...moved.map(({ to }) => to)].filter(({ risk }) => risk !== null),
    uncompared: uncompared(
      baseFiles,
      differences.map(({ why }) => why),
    ),
  };
}

function uncompared(baseFiles: BaseFiles, reasons: readonly (string | null)[]): string | null {
  if (baseFiles === null) return 'No base is known, so all that it may do is listed as new.';
  const why = reasons.find((reason) => reason !== null);
  return why === undefined || why === null
    ? null
    : `It cannot be compared: ${why}. All that it may do is listed as new.`;
}
