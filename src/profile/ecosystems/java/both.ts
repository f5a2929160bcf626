import type { Evidence } from '../../../domain/evidence.ts';
import { workflowsOf } from '../../automation.ts';
import { dockerfilesIn } from '../../docker/base-tag.ts';
import { linesOf } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** Which of two builds in one folder is meant, and what shows it. */
export interface BuildChoice {
  readonly tool: 'maven' | 'gradle';
  readonly because: Evidence;
}

/** The one that existing workflows start, else the Dockerfile, else the README, else the one with a wrapper; Maven where both have one. (detection.md) */
export function chooseBuild(snapshot: Snapshot, directory: string): BuildChoice {
  const sources = [
    workflowsOf(snapshot),
    dockerfilesIn(snapshot, directory),
    snapshot.paths.filter((path) => path === 'README.md'),
  ];
  const told = sources.map((files) => onlyTool(snapshot, files)).find((choice) => choice !== null);
  if (told) return told;
  const wrapper = ['mvnw', 'gradlew']
    .map((name) => joinPath(directory, name) ?? name)
    .find((path) => snapshot.has(path));
  if (wrapper !== undefined)
    return { tool: wrapper.endsWith('gradlew') ? 'gradle' : 'maven', because: snapshot.evidence(wrapper, 1) };
  return { tool: 'maven', because: snapshot.evidence(joinPath(directory, 'pom.xml') ?? 'pom.xml', 1) };
}

const STARTS = { maven: /(?:^|[\s"'`./])mvnw?(?:\s|$)/, gradle: /(?:^|[\s"'`./])gradlew?(?:\s|$)/ } as const;

/** The tool that these files start, where they start one and not the other. */
function onlyTool(snapshot: Snapshot, files: readonly string[]): BuildChoice | null {
  const find = (tool: 'maven' | 'gradle'): BuildChoice[] =>
    files.flatMap((file) => {
      const line = linesOf(snapshot.text(file) ?? '').find(({ text }) => STARTS[tool].test(text));
      return line ? [{ tool, because: snapshot.evidence(file, line.number) }] : [];
    });
  const [maven] = find('maven');
  const [gradle] = find('gradle');
  return maven && gradle ? null : (maven ?? gradle ?? null);
}
