import type { LintCommand } from '../../../domain/profile.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { callsIn } from '../../harvest/calls.ts';
import { kindOfName, makesDocuments } from '../../harvest/checks/kinds.ts';
import type { PhpPackage } from './package.ts';

/** The names of scripts that check, among those of Composer's own commands none. */
export const CHECKS =
  /^(?!.*(?:fix|write|update|baseline))(?:lint|phpcs|cs|sniff|analy[sz]e|phpstan|stan|psalm|style|format|pint)\b/;

const CALL = /^composer (?:run |run-script )?([\w:.-]{1,60})((?: --)?(?: --?[\w=.-]{1,40}){0,6})$/;

/** What changes files. */
const WRITES = /phpcbf|--generate|--(?:write|set)-baseline|--update/;

/** Whether a tool is told to mend files, and not only to say what it would mend. */
export function mends(text: string): boolean {
  return text.split('\n').some((line) => line.lastIndexOf('fix') > line.lastIndexOf('--dry-run'));
}

/** The checks that the repository's own pipelines have Composer start by name, and that none of these commands does already. */
export function scriptChecks(
  { snapshot, directory, manifest }: PhpPackage,
  known: readonly LintCommand[],
): LintCommand[] {
  const done = known.map(({ run }) => run);
  return callsIn(snapshot, directory).flatMap(({ run, because }) => {
    const [, name = '', options = ''] = CALL.exec(run) ?? [];
    const texts = scriptTexts(manifest, name);
    const check = checkOf(name);
    const all = `${texts.join('\n')}${options}`;
    if (texts.length === 0 || check === null || mends(all) || WRITES.test(all)) return [];
    const own = [`composer ${name}`, ...texts.map(calledTool)];
    if (done.some((other) => own.some((one) => other.includes(one)))) return [];
    done.push(...own);
    return [{ check, run, directory, because: [...because, manifest.evidence(['scripts', name])] }];
  });
}

/** The program of a script with its command: `mago lint` and `mago format` are two tools of one. */
function calledTool(text: string): string {
  const [program = '', command = ''] = text
    .replace(/^@?php /, '')
    .replace(/^(?:\.\/)?vendor\/bin\//, '')
    .split(' ');
  return /^[a-z][\w:-]*$/.test(command) ? `${program} ${command}` : program;
}

function checkOf(name: string): string | null {
  const kind = kindOfName(name);
  if (kind !== null) return kind === 'test' || makesDocuments(name) ? null : kind;
  return CHECKS.test(name) ? (/^(?:cs|style|pint)\b/.test(name) ? 'format' : 'lint') : null;
}

/** More scripts than one calls in anybody's repository. */
const MOST_CALLED = 50;

/** What a script runs, with the scripts that it calls, each once. (getcomposer.org, "Referencing scripts") */
export function scriptTexts(manifest: Manifest, name: string, seen = new Set<string>()): string[] {
  if (seen.has(name) || seen.size >= MOST_CALLED) return [];
  seen.add(name);
  const texts = [manifest.at(['scripts', name])].flat().filter((text) => typeof text === 'string');
  return texts.flatMap((text) => {
    const [, other] = /^@(?!php |putenv |composer )([\w:.-]{1,60})$/.exec(text) ?? [];
    return other === undefined ? [text] : scriptTexts(manifest, other, seen);
  });
}
