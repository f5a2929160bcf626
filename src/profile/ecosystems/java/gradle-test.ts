import type { Evidence } from '../../../domain/evidence.ts';
import { callsIn } from '../../harvest/calls.ts';
import type { Snapshot } from '../../snapshot.ts';

/** The task by which a build is tested. */
export interface TestTask {
  readonly name: 'check' | 'test';
  readonly because: readonly Evidence[];
}

/**
 * `check`, which runs every verification of a build; `test` alone where the repository's own pipelines start that and nothing that contains
 * it. (docs.gradle.org, "The Java Plugin", "Lifecycle Tasks")
 */
export function testTask(snapshot: Snapshot, directory: string): TestTask {
  const calls = callsIn(snapshot, directory).flatMap(({ words, because }) => {
    const tasks = tasksOf(words);
    return tasks === null ? [] : [{ tasks, because }];
  });
  const tested = calls.find(({ tasks }) => tasks.includes('test') && tasks.every((task) => ALONE.has(task)));
  const isWhole = calls.some(({ tasks }) => tasks.some((task) => WHOLE.test(task)));
  return tested && !isWhole ? { name: 'test', because: tested.because } : { name: 'check', because: [] };
}

/** With what is taken away before, the test task of all projects. */
const ALONE = new Set(['clean', 'test']);

/** What runs `check`, of one project or of all. */
const WHOLE = /(?:^|:)(?:check|build|buildNeeded|buildDependents)$/;

/** The tasks that a call of Gradle starts; null for another program, and where an option chooses among them. */
function tasksOf(words: readonly string[]): readonly string[] | null {
  const [first = '', ...others] = words[0] === 'sh' ? words.slice(1) : words;
  if (!/^(?:\.\/)?gradlew?$/.test(first) || others.some((word) => CHOOSES.test(word))) return null;
  return others.filter((word) => !word.startsWith('-'));
}

/** Options that leave tasks or tests out, and those that name another build. (docs.gradle.org, "Command-Line Interface") */
const CHOOSES =
  /^(?:-[xpbcm]|--(?:exclude-task|tests|project-dir|build-file|settings-file|include-build|dry-run)\b.*)$/;
