import type { Sourced } from '../../../domain/evidence.ts';
import { groupedBy } from '../../../domain/grouped.ts';
import { inputOfTests } from './inputs.ts';
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
function setUpForTests(php: PhpPackage): Sourced<string>[] {
  const told = inputOfTests(php, 'extensions').flatMap(({ value, because }) =>
    value.split(/[\s,]+/).map((name) => ({ value: name.toLowerCase(), because })),
  );
  return told.slice(0, MOST_EXTENSIONS);
}
