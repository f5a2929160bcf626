import type { Manifest } from '../../formats/manifest.ts';
import { dependencyPath } from './dependencies.ts';

/** The members of a workspace, each after those of them that it depends on; otherwise in the order given. A circle is cut where it is met. */
export function buildOrder(members: readonly Manifest[]): Manifest[] {
  const byName = new Map(members.map((member) => [member.text(['name']) ?? member.file, member]));
  const ordered = new Set<Manifest>();
  const begun = new Set<Manifest>();
  const visit = (member: Manifest): void => {
    if (begun.has(member)) return;
    begun.add(member);
    for (const [name, other] of byName) if (dependencyPath(member, name)) visit(other);
    ordered.add(member);
  };
  for (const member of members) visit(member);
  return [...ordered];
}
