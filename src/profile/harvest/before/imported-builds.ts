import type { Command } from '../../../domain/profile.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { buildOrder } from '../../ecosystems/node/build-order.ts';
import { dependencyNames } from '../../ecosystems/node/dependencies.ts';
import { usableScript } from '../../ecosystems/node/scripts.ts';
import { membersBelow } from '../../ecosystems/node/workspace.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { directoryOf } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { programOf } from '../checks/package-script.ts';

export interface Workspace {
  readonly root: Manifest;
  /** Whether the entry of a package is made by its build. */
  readonly isCompiled: (member: Manifest) => boolean;
}

/** The builds of those members that tested members import and that are compiled to be imported, each behind those that it needs itself. */
export function importedBuilds(snapshot: Snapshot, draft: UnitDraft, { root, isCompiled }: Workspace): Command[] {
  const { directory, manager, commands } = draft;
  const members = membersBelow(snapshot, root);
  const tested = members.filter(
    ({ file }) => directoryOf(file) !== directory && commands.test.some((test) => test.directory === directoryOf(file)),
  );
  if (tested.length === 0) return [];
  const imported = importedBy([root, ...tested], members);
  return buildOrder(members)
    .filter((member) => imported.has(member) && isCompiled(member) && usableScript(member, ['build']) !== null)
    .map((member) => ({
      run: `${programOf(manager)} run build`,
      directory: directoryOf(member.file),
      because: [member.evidence(['scripts', 'build'])],
    }));
}

/** The members that some packages depend on, and those that these do: what the root has, all of them find. */
function importedBy(packages: readonly Manifest[], members: readonly Manifest[]): ReadonlySet<Manifest> {
  const named = new Map(members.map((member) => [member.text(['name']) ?? member.file, member]));
  const found = new Set<Manifest>();
  const waiting = [...packages];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop())
    for (const name of dependencyNames(one)) {
      const member = named.get(name);
      if (member === undefined || found.has(member)) continue;
      found.add(member);
      waiting.push(member);
    }
  return found;
}
