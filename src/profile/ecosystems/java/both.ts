import type { Evidence } from '../../../domain/evidence.ts';
import { workflowsOf } from '../../ci/automation.ts';
import { dockerfilesIn } from '../../docker/base-tag.ts';
import { linesOf } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { firstFound, type Source } from '../../source.ts';

/** Which of two builds in one folder is meant, and what shows it. */
export interface BuildChoice {
  readonly tool: 'maven' | 'gradle';
  readonly because: Evidence;
}

interface BothQuery {
  readonly snapshot: Snapshot;
  readonly directory: string;
}

/** What shows which is meant, best first; else it is Maven. (detection.md) */
export const BUILD_TOOLS: readonly Source<BothQuery, BuildChoice>[] = [
  { from: 'the one that workflows start', find: ({ snapshot }) => onlyTool(snapshot, workflowsOf(snapshot)) },
  {
    from: 'the one that the folder’s Dockerfiles start',
    find: ({ snapshot, directory }) => onlyTool(snapshot, dockerfilesIn(snapshot, directory)),
  },
  {
    from: 'the one that `README.md` starts',
    find: ({ snapshot }) =>
      onlyTool(
        snapshot,
        snapshot.paths.filter((path) => path === 'README.md'),
      ),
  },
  { from: 'the one with a wrapper; Maven where both have one', find: wrapped },
];

/** Which build is taken. */
export function chooseBuild(snapshot: Snapshot, directory: string): BuildChoice {
  return (
    firstFound(BUILD_TOOLS, { snapshot, directory }) ?? {
      tool: 'maven',
      because: snapshot.evidence(joinPath(directory, 'pom.xml') ?? 'pom.xml', 1),
    }
  );
}

function wrapped({ snapshot, directory }: BothQuery): BuildChoice | null {
  const wrapper = ['mvnw', 'gradlew']
    .map((name) => joinPath(directory, name) ?? name)
    .find((path) => snapshot.has(path));
  if (wrapper === undefined) return null;
  return { tool: wrapper.endsWith('gradlew') ? 'gradle' : 'maven', because: snapshot.evidence(wrapper, 1) };
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
