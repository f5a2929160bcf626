import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, Commands } from '../../../domain/profile.ts';
import { type AutomationLine, firstCall } from '../../ci/automation.ts';
import { readJson } from '../../formats/json.ts';
import { nearest } from '../../nearest.ts';
import { baseName, pathFrom } from '../../paths.ts';
import { shellWord } from '../../shell-word.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { DotnetBuild } from './build.ts';
import { csharpier, formatters } from './format.ts';
import type { DotnetProject } from './project.ts';
import { browserTests, testEvidence } from './tests.ts';

export interface CommandsQuery {
  readonly snapshot: Snapshot;
  readonly build: DotnetBuild;
  /** The lock files of its projects. */
  readonly locks: readonly string[];
  readonly automation: readonly AutomationLine[];
}

/**
 * Restore, build and test of one solution or project. Test builds what it runs: it is called without a build before it. Where a part of
 * a solution cannot be built on Linux, the others are called by their own names.
 */
export function commandsOf(query: CommandsQuery): Commands {
  const { snapshot, build } = query;
  if (build.foreign.length > 0) return partsOf(query);
  const held = browserTests(snapshot, build.projects, query.automation);
  const tests = build.projects.flatMap((project) => testEvidence(snapshot, project) ?? []);
  const { directory } = build;
  const because = [...(build.because ? [build.because] : []), snapshot.evidence(build.file, 1)];
  const what = targetOf(query);
  const [test] = tests;
  const release = configuration(query);
  const sharper = csharpier(query);
  return {
    install: [restore(query, because), ...(sharper ? [sharper.restore] : [])],
    lint: [...formatters(query, what), ...(sharper ? [sharper.check] : [])],
    test:
      held.length > 0
        ? testsByProject(
            query,
            build.projects.filter((project) => !held.includes(project)),
          )
        : test
          ? [testCommand(query, { what: build.file, because: [...because, test] })]
          : [],
    build: [
      { run: `dotnet build${what} --no-restore${release.flag}`, directory, because: [...because, ...release.because] },
    ],
  };
}

/** With `--locked-mode` where every project has its lock file: without one it is refused. */
function restore(query: CommandsQuery, because: readonly Evidence[]): Command {
  const { snapshot, build, locks } = query;
  const isLocked = build.projects.length > 0 && locks.length === build.projects.length;
  const [lock] = locks;
  return {
    run: `dotnet restore${targetOf(query)}${isLocked ? ' --locked-mode' : ''}`,
    directory: build.directory,
    because: isLocked && lock !== undefined ? [snapshot.evidence(lock, 1), ...because] : because,
  };
}

/** MSBuild finds the one solution or project of its folder by itself, and asks for a name where there are several. */
function targetOf({ snapshot, build }: CommandsQuery): string {
  const here = snapshot.namesIn(build.directory).filter((name) => /\.(sln|slnx|slnf|\w+proj)$/.test(name));
  return here.length === 1 ? '' : ` ${shellWord(baseName(build.file))}`;
}

interface Tested {
  /** Path of a solution or project. */
  readonly what: string;
  readonly because: readonly Evidence[];
}

/** The testing platform of Microsoft takes what is tested as an option; the older one as a word. (dotnet test, "MTP") */
function testCommand(query: CommandsQuery, { what, because }: Tested): Command {
  const { snapshot, build } = query;
  const { directory } = build;
  const file = nearest(snapshot, directory, ['global.json']);
  const global = file === null ? null : readJson(snapshot, file).value;
  const runner = global?.text(['test', 'runner']) === 'Microsoft.Testing.Platform' ? global : null;
  const isWhole = what === build.file;
  const option = /\.sln[xf]?$/.test(what) ? '--solution' : '--project';
  const plain = isWhole ? targetOf(query) : ` ${shellWord(pathFrom(directory, what))}`;
  const target = runner && plain !== '' ? ` ${option}${plain}` : plain;
  const filter = filterOf(query);
  const release = configuration(query);
  return {
    run: `dotnet test${target}${isWhole ? ' --no-restore' : ''}${release.flag}${filter.flag}`,
    directory,
    because: [
      ...because,
      ...release.because,
      ...filter.because,
      ...(runner ? [runner.evidence(['test', 'runner'])] : []),
    ],
  };
}

interface Flag {
  readonly flag: string;
  readonly because: readonly Evidence[];
}

const NONE: Flag = { flag: '', because: [] };

/** Release where the repository's own pipelines build that. */
function configuration({ snapshot, automation }: CommandsQuery): Flag {
  const found = firstCall(
    snapshot,
    automation,
    /\bdotnet\s+(?:build|test)\b[^#|;&]{0,300}\s(?:-c|--configuration)[ =:]"?Release\b/,
  );
  return found ? { flag: ' -c Release', because: [found.because] } : NONE;
}

/** Which tests the repository's own pipelines leave out: those that need what is not there. */
function filterOf({ snapshot, automation, build }: CommandsQuery): Flag {
  const found = firstCall(
    snapshot,
    automation,
    /\bdotnet\s+test\b[^#|;&]{0,300}?\s--filter[ =]("[^"$`]{1,300}"|'[^']{1,300}'|[\w.~!=()]{1,300})(?=\s|$)/,
  );
  const isOne = build.because !== null || build.directory === '.';
  return found?.match[1] && isOne ? { flag: ` --filter ${found.match[1]}`, because: [found.because] } : NONE;
}

function testsByProject(query: CommandsQuery, projects: readonly DotnetProject[]): Command[] {
  return projects.flatMap((project) => {
    const because = testEvidence(query.snapshot, project);
    return because ? [testCommand(query, { what: project.file, because: [because] })] : [];
  });
}

/** Tests by project, and the projects that nothing else here is built from. Each restores for itself. */
function partsOf(query: CommandsQuery): Commands {
  const { snapshot, build } = query;
  const { directory } = build;
  const away = new Set(build.foreign.map(({ project }) => project));
  const usable = build.projects.filter(({ file }) => !away.has(file));
  const held = browserTests(snapshot, usable, query.automation);
  const others = usable.filter((project) => testEvidence(snapshot, project) === null);
  const tops = others.filter(({ file }) => !others.some(({ references }) => references.includes(file)));
  return {
    install: [],
    lint: [],
    test: testsByProject(
      query,
      usable.filter((project) => !held.includes(project)),
    ),
    build: tops.map(({ file }) => ({
      run: `dotnet build ${shellWord(pathFrom(directory, file))}`,
      directory,
      because: [snapshot.evidence(file, 1)],
    })),
  };
}
