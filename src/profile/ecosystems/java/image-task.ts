import type { Evidence } from '../../../domain/evidence.ts';
import { isDockerfileName } from '../../docker/base-tag.ts';
import { firstMatch } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** A call of Gradle for one of the tasks that make what is run. */
const CALL =
  /^\s{0,20}(?:RUN\s|&&\s)[^|;#]{0,200}\bgradlew?\s(?:[^|;&#]{0,100}?\s)?(installDist|installShadowDist|bootJar|shadowJar|buildFatJar)(?=\s|$)/;

/** The task by which a Dockerfile of the folder makes what its image holds; null where it calls none, or the image is made from what is there. */
export function imageTask(
  snapshot: Snapshot,
  directory: string,
): { readonly task: string; readonly because: Evidence } | null {
  for (const name of snapshot.namesIn(directory).filter(isDockerfileName)) {
    const file = joinPath(directory, name) ?? name;
    const found = firstMatch(snapshot.text(file) ?? '', CALL);
    if (found?.match[1]) return { task: found.match[1], because: snapshot.evidence(file, found.line) };
  }
  return null;
}
