import type { ProfileWarning } from '../domain/profile.ts';
import type { UnitDraft } from './ecosystem.ts';
import { firstMatch } from './lines.ts';
import { joinPath } from './paths.ts';
import type { Found, Snapshot } from './snapshot.ts';

/** Manifests that name their project, each at most once. */
const MANIFESTS = ['pyproject.toml', 'package.json', 'Cargo.toml', 'go.mod', 'pom.xml', 'composer.json'];

/** A name with a place in it that a template engine fills in. */
const FILLED_IN =
  /^\s{0,40}(?:\{\s{0,8})?(?:"?name"?\s{0,8}[:=]\s{0,8}["']|module\s{1,8}|<artifactId>)[^"'\n]{0,100}?(?:\{\{|\{%|<%)/;

/** The units without templates of projects: nobody can install or build what has no name yet. */
export function withoutProjectTemplates(snapshot: Snapshot, drafts: readonly UnitDraft[]): Found<readonly UnitDraft[]> {
  const held = new Map(
    drafts.flatMap(({ directory }): [string, ProfileWarning][] => {
      const warning = warningOf(snapshot, directory);
      return warning === null ? [] : [[directory, warning]];
    }),
  );
  return { value: drafts.filter(({ directory }) => !held.has(directory)), warnings: [...held.values()] };
}

/** A package that says so of itself. */
const SAYS_SO = /^\s{0,40}(?:\{\s{0,8})?"name"\s{0,8}:\s{0,8}"(?:@[\w.-]{1,60}\/)?(?:[\w.-]{1,60}-)?template"/;

/** What lies among the sources of another package is read by its program. */
function liesInSources(snapshot: Snapshot, directory: string): boolean {
  const steps = directory.split('/');
  const at = steps.indexOf('src');
  return at > 0 && at < steps.length - 1 && snapshot.has(`${steps.slice(0, at).join('/')}/package.json`);
}

function warningOf(snapshot: Snapshot, directory: string): ProfileWarning | null {
  const own = joinPath(directory, 'package.json') ?? '';
  const said = liesInSources(snapshot, directory) ? firstMatch(snapshot.text(own) ?? '', SAYS_SO) : null;
  if (said)
    return { file: own, line: said.line, message: 'a template among the sources of another package; it is left out.' };
  for (const name of MANIFESTS) {
    const file = joinPath(directory, name) ?? name;
    const found = firstMatch(snapshot.text(file) ?? '', FILLED_IN);
    if (found)
      return {
        file,
        line: found.line,
        message: 'its name is filled in when a project is made of it; it is left out.',
      };
  }
  return null;
}
