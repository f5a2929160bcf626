import type { ProfileWarning } from '../../../domain/profile.ts';
import { readJoinedAutomation } from '../../ci/automation.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import type { Snapshot } from '../../snapshot.ts';
import { callsIn } from '../calls.ts';

/** What goes through the phase of tests. (maven.apache.org, "Build Lifecycle"; docs.gradle.org, "Java Plugin") */
const BUILDS = /^(?:\.\/)?(?:mvnw?|gradlew?) (?:\S{1,200} ){0,20}?(?:package|install|verify|test|build|check)(?= |$)/;

/** The same on any line. */
const ANYWHERE = /\b(?:mvnw?|gradlew?)\s(?:.{0,300}\s)?(?:package|install|verify|test|build|check)(?=\s|$)/;

/** How it is told to leave them out. (Surefire, "Skipping Tests"; Gradle, "Command-Line Interface", --exclude-task) */
const SKIPS =
  /\s(?:-DskipTests(?!=false)|-Dmaven\.test\.skip(?!=false)|(?:-x|--exclude-task)[ =]\S{0,100}\btest)(?=[=\s]|$)/;

/**
 * What is said of tests that every pipeline which builds the unit leaves out: they are run all the same, since that is what they are for, but
 * nobody has seen yet whether they pass in a job.
 */
export function skippedTests(snapshot: Snapshot, drafts: readonly UnitDraft[]): ProfileWarning[] {
  // What only a run can tell may be the call that runs them.
  if (readJoinedAutomation(snapshot).some(({ text }) => ANYWHERE.test(text) && !SKIPS.test(text))) return [];
  return drafts.flatMap(({ directory, manager, commands }) => {
    if ((manager !== 'maven' && manager !== 'gradle') || commands.test.length === 0) return [];
    const calls = callsIn(snapshot, directory).filter(({ run, jobs }) => jobs.length > 0 && BUILDS.test(run));
    const [at] = calls.every(({ run }) => SKIPS.test(run)) ? (calls[0]?.because.slice(-1) ?? []) : [];
    if (!at) return [];
    const message =
      'every pipeline that builds this leaves out its tests; a job runs them, and may be red where they need what it does not have.';
    return [{ file: at.file, line: at.line, message }];
  });
}
