import { JAVA_LTS } from '../../../domain/jdk.ts';
import type { ProfileWarning, ToolVersion } from '../../../domain/profile.ts';
import { firstMatch } from '../../lines.ts';
import { baseName } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Reactor } from './reactor.ts';
import { majorOf } from './version.ts';

/**
 * What only poms say to be a release without long-term support is built with a later one, which refuses the features that it has no longer
 * for preview. (JEP 12, "Preview Features")
 */
export function previewWarnings(
  snapshot: Snapshot,
  { members }: Reactor,
  version: ToolVersion | null,
): ProfileWarning[] {
  const isSaid = version?.because.some(({ file }) => baseName(file) === 'pom.xml') === true;
  if (!version || !isSaid || JAVA_LTS.includes(majorOf(version))) return [];
  const message = `--enable-preview is for Java ${majorOf(version)} alone, which no pipeline sets up here; a later release refuses it.`;
  return members.flatMap(({ file }) => {
    const found = firstMatch(snapshot.text(file) ?? '', /--enable-preview/);
    return found ? [{ file, line: found.line, message }] : [];
  });
}
