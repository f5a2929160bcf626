import type { ProfileWarning } from '../../../domain/profile.ts';
import type { Line } from '../../lines.ts';
import type { GradleBuild } from './gradle-build.ts';

/** A repository of packages, and what it asks of whoever takes from it. (docs.gradle.org, "Supported Repository Types", "Authentication") */
const REPOSITORY = /(?:^|[\s{])(?:maven|ivy)\s{0,4}[({]/;
const LOGIN = /(?:^|[\s{])credentials\s{0,4}[({]/;
/** A user or a password that is no text of the script. */
const UNKNOWN = /(?:^|[\s{])(?:username|password|value)\s{0,4}[=(]?\s{0,4}(?![\s=("'])|\bPasswordCredentials\b/;

/** Where packages are put, and not taken from. (docs.gradle.org, "Maven Publish Plugin") */
const PUBLISHES = /^\s{0,40}(?:publishing|uploadArchives|nexusPublishing)\s{0,4}\{/;

/** More lines of one repository are nobody's. */
const MOST_LINES = 12;

/** A repository that asks for a login which nobody finds in the build: no job has one, and none could say why it fails. One warning for each build. */
export function loginsOf({ scripts }: GradleBuild): ProfileWarning[] {
  for (const { file, lines } of scripts) {
    const line = takingLines(lines).find((_, at, taking) => asks(taking.slice(at, at + MOST_LINES)));
    if (line) return [{ file, line: line.number, message: MESSAGE }];
  }
  return [];
}

const MESSAGE = 'packages come from a repository that asks for a login, which no job has: what needs them fails.';

function asks([first, ...more]: readonly Line[]): boolean {
  if (!REPOSITORY.test(first?.text ?? '')) return false;
  const others = more.findIndex(({ text }) => REPOSITORY.test(text));
  const own = [first?.text ?? '', ...(others < 0 ? more : more.slice(0, others)).map(({ text }) => text)];
  const login = own.findIndex((text) => LOGIN.test(text));
  return login >= 0 && own.slice(login, login + 3).some((text) => UNKNOWN.test(text));
}

/** The lines outside of what publishes, by its braces. */
function takingLines(lines: readonly Line[]): Line[] {
  const taking: Line[] = [];
  let depth = 0;
  for (const line of lines) {
    const isInside = depth > 0 || PUBLISHES.test(line.text);
    if (isInside) depth += count(line.text, '{') - count(line.text, '}');
    else taking.push(line);
  }
  return taking;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
