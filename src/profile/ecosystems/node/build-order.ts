import type { Manifest } from '../../formats/manifest.ts';
import { dependencyNames } from './dependencies.ts';

/** The members of a workspace, each after those of them that it depends on; otherwise in the order given. A circle is cut where it is met. */
export function buildOrder(members: readonly Manifest[]): Manifest[] {
  const places = new Map(members.map((member, index) => [member.text(['name']) ?? member.file, index]));
  const neededBy = (member: Manifest) =>
    dependencyNames(member)
      .flatMap((name) => places.get(name) ?? [])
      .sort((a, b) => b - a)
      .flatMap((index) => members[index] ?? []);
  const begun = new Set<Manifest>();
  const ordered = new Set<Manifest>();
  const waiting = members.toReversed();
  for (let member = waiting.at(-1); member !== undefined; member = waiting.at(-1)) {
    if (begun.has(member)) {
      ordered.add(member);
      waiting.pop();
    } else {
      begun.add(member);
      waiting.push(...neededBy(member).filter((other) => !begun.has(other)));
    }
  }
  return [...ordered];
}
