import type { Evidence } from '../../../domain/evidence.ts';
import { type AutomationLine, firstCall } from '../../ci/automation.ts';
import { baseName } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { DotnetProject } from './project.ts';

/** Packages that make a project one that `dotnet test` runs. */
const RUNNERS =
  /^(?:microsoft\.net\.test\.sdk|xunit\.v3(?:\.mtp-[\w-]{1,10})?|tunit|mstest|microsoft\.testing\.platform\.msbuild)$/;

/** The line that makes a project one of tests; null where none does, or one says that it is none. */
export function testEvidence(snapshot: Snapshot, project: DotnetProject): Evidence | null {
  const said = project.property('IsTestProject');
  if (said) return said.value.toLowerCase() === 'true' ? said.because : null;
  if (project.sdk && /^MSTest\.Sdk(?:\/|$)/i.test(project.sdk.value)) return project.sdk.because;
  const runner = project.packages.find(({ name }) => RUNNERS.test(name));
  return runner ? snapshot.evidence(runner.file, runner.line) : null;
}

/** Packages that open a browser, and those that start the application themselves. */
const BROWSERS = /^(?:microsoft\.playwright(?:\..+)?|selenium\.webdriver|puppeteersharp|atata)$/;
const STARTS =
  /^(?:microsoft\.aspnetcore\.(?:mvc\.testing|testhost)|aspire\.hosting\.testing|testcontainers(?:\..+)?)$/;

/**
 * The test projects that open a browser on an application which nothing here starts; none where the repository's own pipelines run the
 * tests of all projects.
 */
export function browserTests(
  snapshot: Snapshot,
  projects: readonly DotnetProject[],
  automation: readonly AutomationLine[],
): readonly DotnetProject[] {
  const opens = projects.filter(
    (project) =>
      testEvidence(snapshot, project) !== null &&
      project.packages.some(({ name }) => BROWSERS.test(name)) &&
      !project.packages.some(({ name }) => STARTS.test(name)),
  );
  return opens.length === 0 || firstCall(snapshot, automation, /\bdotnet\s+test\b/) ? [] : opens;
}

/** Tests of one part alone, by the name that people give their project: what the part speaks to is put in place. */
const OF_UNITS = /(?:^|[._-])Unit[._-]?Tests?(?:$|[._-])/i;

/** The projects of tests that may speak to a server, and all that these are built from. */
export function testedProjects(
  snapshot: Snapshot,
  projects: readonly DotnetProject[],
  automation: readonly AutomationLine[],
): readonly DotnetProject[] {
  const held = browserTests(snapshot, projects, automation);
  const byFile = new Map(projects.map((project) => [project.file, project]));
  const found = new Set<DotnetProject>();
  const isOpen = (project: DotnetProject) => !held.includes(project) && !OF_UNITS.test(baseName(project.file));
  const waiting = projects.filter((project) => isOpen(project) && testEvidence(snapshot, project) !== null);
  for (let project = waiting.pop(); project !== undefined; project = waiting.pop()) {
    if (found.has(project)) continue;
    found.add(project);
    waiting.push(...project.references.flatMap((file) => byFile.get(file) ?? []));
  }
  return projects.filter((project) => found.has(project));
}
