import type { Command, ProfileWarning } from '../../../domain/profile.ts';
import { firstMatch } from '../../lines.ts';
import { baseName, directoryOf, joinPath, relativeTo } from '../../paths.ts';
import { type Place, projectsOf } from './place.ts';
import type { PythonProject } from './project.ts';
import { LIVE, ownTests } from './tests.ts';

/** Test cases of the standard library, where the text of a test is known. */
const CASE = /^class\s+\w+\([^)]{0,200}\bTestCase\b/;

/**
 * What a project with tests that nothing runs is told: neither pytest nor Django's runner is there, and nobody calls another. No call is made
 * up for them: which folder they start from, and what must be up before, nothing in the repository says.
 */
export function uncalledTests(place: Place, tests: readonly Command[]): ProfileWarning[] {
  // A command of the root may run those of its members.
  if (tests.length > 0) return [];
  return projectsOf(place).flatMap((project) => warningOf(place, project));
}

function warningOf(place: Place, project: PythonProject): ProfileWarning[] {
  const { snapshot } = place;
  const files = ownTests(place, project).filter((file) => !LIVE.test(baseName(file)));
  const found = files.map((file) => ({ file, at: firstMatch(snapshot.text(file) ?? '', CASE) }));
  const first = found.find(({ at }) => at !== null) ?? found.find(({ file }) => baseName(file).startsWith('test_'));
  if (first === undefined) return [];
  const call = `python -m unittest discover${startOf(place, project, first.file)}`;
  return [{ file: first.file, line: first.at?.line ?? 1, message: messageOf(found.length, call) }];
}

/** The first folder below the project's own, as a part of the package that it is where it is one. (docs.python.org, "unittest", "Test Discovery") */
function startOf({ snapshot }: Place, { directory }: PythonProject, file: string): string {
  const [folder = '.'] = relativeTo(directory, directoryOf(file)).split('/');
  if (folder === '.') return '';
  const isPackage = snapshot.has(joinPath(directory, `${folder}/__init__.py`) ?? '');
  return ` -s ${folder}${isPackage ? ' -t .' : ''}`;
}

function messageOf(files: number, call: string): string {
  const these = files === 1 ? 'this test' : `${files} files of tests like this one`;
  return `no job runs ${these}: pytest is not declared, and no workflow, Makefile or script calls another runner. Declare pytest, or write there how they start (\`${call}\`, say).`;
}
