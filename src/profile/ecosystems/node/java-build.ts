import type { ToolVersion } from '../../../domain/profile.ts';
import { firstMatch } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** Globs of the files by which a Java build says which Node it installs. */
export const JAVA_BUILDS = ['**/pom.xml', '**/src/main/resources/application.properties'];

/** The Node that a Java build around a package installs for it: by frontend-maven-plugin (its README, "Installing node and npm"), or by Quinoa (its "Configuration Reference"). */
export function installedByJava(snapshot: Snapshot, directory: string): ToolVersion | null {
  const places = [
    [nearest(snapshot, directory, ['pom.xml']), /<nodeVersion>\s{0,8}v?(\d[\d.]{0,20})\s{0,8}<\/nodeVersion>/],
    [
      joinPath(directory, '../resources/application.properties'),
      /^\s{0,8}quarkus\.quinoa\.package-manager-install\.node-version\s{0,8}[=:]\s{0,8}v?(\d[\d.]{0,20})/,
    ],
  ] as const;
  for (const [file, pattern] of places) {
    const found = file === null ? null : firstMatch(snapshot.text(file) ?? '', pattern);
    if (file !== null && found?.match[1])
      return { tool: 'node', value: found.match[1], because: [snapshot.evidence(file, found.line)] };
  }
  return null;
}
