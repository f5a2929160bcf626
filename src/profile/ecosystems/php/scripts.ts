import type { LintCommand } from '../../../domain/profile.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { callsIn } from '../../harvest/calls.ts';
import { kindOfName, makesDocuments } from '../../harvest/kinds.ts';
import type { PhpPackage } from './package.ts';

/** The names of scripts that check, among those of Composer's own commands none. */
export const CHECKS =
  /^(?!.*(?:fix|write|update|baseline))(?:lint|phpcs|cs|sniff|analy[sz]e|phpstan|stan|psalm|style|format|pint)\b/;

const CALL = /^composer (?:run |run-script )?([\w:.-]{1,60})((?: --)?(?: --?[\w=.-]{1,40}){0,6})$/;

/** What changes files. */
const WRITES = /fix(?!.*--dry-run)|phpcbf|--generate|--(?:write|set)-baseline|--update/;

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
    if (texts.length === 0 || check === null || WRITES.test(`${texts.join('\n')}${options}`)) return [];
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

/** What a script runs, with the scripts that it calls. (getcomposer.org, "Referencing scripts") */
function scriptTexts(manifest: Manifest, name: string, depth = 0): string[] {
  const texts = [manifest.at(['scripts', name])].flat().filter((text) => typeof text === 'string');
  return texts.flatMap((text) => {
    const [, other] = /^@(?!php |putenv |composer )([\w:.-]{1,60})$/.exec(text) ?? [];
    if (other === undefined) return [text];
    return depth < DEEPEST ? scriptTexts(manifest, other, depth + 1) : [];
  });
}

const DEEPEST = 3;
