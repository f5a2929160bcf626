import type { Command } from '../../../domain/profile.ts';
import { installLine, installsPackages, wantedPackages } from '../../ci/apt.ts';
import { splitCommands } from '../../ci/commands.ts';
import { jobsOf } from '../../ci/jobs.ts';
import { type CiStep, readCiSteps } from '../../ci/steps.ts';
import { linkedLibraries } from '../../ecosystems/rust/linked.ts';
import { joinedLines } from '../../lines.ts';
import { oncePerSnapshot } from '../../once.ts';
import type { Snapshot } from '../../snapshot.ts';
import { runsTests, type TestsQuery } from '../tests/test-steps.ts';

/** Packages from elsewhere are not found without what makes them known. */
const FROM_ELSEWHERE = /add-apt-repository|apt-key|sources\.list|keyrings|\bdpkg -i\b/;

/** Older runners have packages that newer ones call otherwise. */
const OLD = /\bubuntu-(?:1\d|2[0-3])\./;

/** The packages of the system that a unit needs: as a job of a workflow installs them before its tests, else those that its dependencies are known to be linked with. */
export function systemPackages(query: TestsQuery): Command[] {
  const found = installedFirst(query);
  if (found.length > 0 || query.draft.ecosystem !== 'rust') return found;
  const { packages, by } = linkedLibraries(query.draft);
  return by === null
    ? []
    : [{ run: installLine(packages), directory: '.', because: [query.snapshot.evidence(by.file, by.line)] }];
}

/** Those of C and C++ find their own. */
function installedFirst(query: TestsQuery): Command[] {
  const { snapshot, draft } = query;
  if (draft.ecosystem === 'cpp' || draft.commands.test.length === 0) return [];
  for (const job of jobs(snapshot)) {
    const at = job.findIndex((step) => runsTests(query, step));
    const found = job.slice(0, Math.max(at, 0)).flatMap(packagesOf);
    const [first] = found;
    if (!first) continue;
    const run = installLine([...new Set(found.map(({ name }) => name))]);
    return [{ run, directory: '.', because: [snapshot.evidence(first.file, first.line)] }];
  }
  return [];
}

/** The jobs on GitHub's own machines that install some, each with its steps. */
const jobs = oncePerSnapshot((snapshot: Snapshot): readonly (readonly CiStep[])[] => {
  const mentions = { test: (text: string) => /\bapt(?:-get)?\b/.test(text) && !OLD.test(text) };
  const own = readCiSteps(snapshot, mentions).filter(({ isContained, system }) => !isContained && system === 'linux');
  return jobsOf(own).filter((steps) => !steps.some(({ run }) => FROM_ELSEWHERE.test(run ?? '')));
});

function packagesOf({ script, isUsual, file }: CiStep) {
  const lines = isUsual ? joinedLines(script.slice(0, MOST_LINES)) : [];
  return lines.flatMap(({ text, number: line }) =>
    /^\s*#/.test(text)
      ? []
      : splitCommands(text)
          .filter(installsPackages)
          .flatMap((words) => wantedPackages(words.slice(words.indexOf('install') + 1)))
          .map((name) => ({ name, file, line })),
  );
}

const MOST_LINES = 200;
