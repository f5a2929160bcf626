import type { Sourced } from '../../../domain/evidence.ts';
import { groupedBy } from '../../../domain/grouped.ts';
import { jobsOf } from '../../ci/jobs.ts';
import { inRun } from '../../ci/matrix.ts';
import { type CiStep, readCiSteps } from '../../ci/steps.ts';
import { isTestOf } from '../../harvest/settings.ts';
import { type PhpPackage, requiredBy } from './package.ts';

/** What no PHP is built without, what only measures it, and the word by which the action has no others. (php.net, "Extension List/Categorization") */
const NEVER = new Set([
  ...['core', 'date', 'hash', 'json', 'pcre', 'random', 'reflection', 'spl', 'standard'],
  ...['pcov', 'xdebug', 'none'],
]);

/** A name, with a release where a pipeline wants that one. One that is turned off, or made of its sources, is none. */
const EXTENSION = /^([a-z][a-z0-9_]{0,40})(?:-\d[\w.]{0,20})?$/;

/** The extensions of PHP that a package asks for, then those that the repository's own jobs set up for its tests. */
export function extensionsOf(php: PhpPackage): Sourced<string>[] {
  const required = requiredBy(php).flatMap(({ name, file, line }) => {
    const value = name.startsWith('ext-') ? name.slice('ext-'.length) : '';
    return [{ value, because: [php.snapshot.evidence(file, line)] }];
  });
  const found = [...required, ...setUpForTests(php)].flatMap((extension) => {
    const [, name = ''] = EXTENSION.exec(extension.value) ?? [];
    return name === '' || NEVER.has(name) ? [] : [{ name, extension }];
  });
  // Of the same one the release that a pipeline names says more than its name.
  return [...groupedBy(found, ({ name }) => name).values()].flatMap((same) => {
    const written = same.find(({ name, extension }) => extension.value !== name) ?? same[0];
    return written ? [written.extension] : [];
  });
}

/** More is nobody's. */
const MOST_EXTENSIONS = 50;

/** What jobs that run tests in the package's folder tell the action that sets PHP up. (shivammathur/setup-php, "PHP Extension Support") */
function setUpForTests({ snapshot, directory }: PhpPackage): Sourced<string>[] {
  const steps = readCiSteps(snapshot, /setup-php/).filter(({ isUsual, system }) => isUsual && system !== 'macos');
  const testing = jobsOf(steps).filter((job) =>
    job.some((step) => step.directory === directory && step.script.some(({ text }) => isTestOf('php', text.trim()))),
  );
  return testing.flatMap((job) => job.flatMap(toldBy)).slice(0, MOST_EXTENSIONS);

  function toldBy({ uses, inputs, runs, file, line }: CiStep) {
    const written = uses === 'shivammathur/setup-php' ? (inputs.get('extensions') ?? '') : '';
    const [run = new Map()] = runs;
    const names = (inRun(written, run) ?? '').split(/[\s,]+/).map((name) => name.toLowerCase());
    return names.map((value) => ({ value, because: [snapshot.evidence(file, line)] }));
  }
}
