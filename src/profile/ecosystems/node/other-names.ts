import type { Manifest } from '../../formats/manifest.ts';
import { kindOfName, wordsOf } from '../../harvest/checks/kinds.ts';
import { CHECKS_FORMAT, LINTS, type ScriptCheck, TYPECHECKS, writes } from './checks.ts';
import { scriptText, usableScript } from './scripts.ts';

const TELLS: Partial<Record<ScriptCheck, RegExp>> = { lint: LINTS, format: CHECKS_FORMAT, typecheck: TYPECHECKS };

/** Words that narrow nothing down: `validate:lint`, `lint:js`, `check:types:src`. */
const WHOLE = new Set('js ts jsx tsx code src source all app ci run scripts check verify validate static'.split(' '));

/**
 * The script of a package that has none of the usual names for a check: one whose name and text both say that it makes it, and that changes
 * nothing. Null where there is none that continuous integration can run.
 */
export function scriptOfOtherName(manifest: Manifest, check: ScriptCheck): string | null {
  const tells = TELLS[check];
  if (!tells) return null;
  const isOfIt = (word: string) => kindOfName(word) === check || (check === 'typecheck' && /^types?$/.test(word));
  const isNamed = (name: string) =>
    kindOfName(name) === check && wordsOf(name).every((word) => WHOLE.has(word) || isOfIt(word));
  const names = manifest.keys(['scripts']).filter(isNamed);
  return usableScript(
    manifest,
    names.filter((name) => tells.test(scriptText(manifest, name)) && !writes(manifest, name)),
  );
}
