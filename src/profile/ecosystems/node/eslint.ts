import type { ProfileWarning } from '../../../domain/profile.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { callsIn } from '../../harvest/calls.ts';
import { oncePerSnapshot } from '../../once.ts';
import { baseName, directoryOf } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { namesCalled } from '../../tasks/called.ts';
import { declaredRelease } from './dependencies.ts';
import { startOf, unquoted } from './script-words.ts';
import { scriptText } from './scripts.ts';

/** Whether any folder has what ESLint since 9 reads. (eslint.org, "Configuration Files") */
const hasSettings = oncePerSnapshot((snapshot: Snapshot) =>
  snapshot.paths.some((path) => /^eslint\.config\.[cm]?[jt]s$/.test(baseName(path))),
);

const CALL = startOf(String.raw`eslint(?=\s|$)`);

/** What has it read other settings, or the old ones. (eslint.org, "Command Line Interface Reference"; "Migrate to v9.x") */
const OTHERWISE = /\bESLINT_USE_FLAT_CONFIG\b|\s(?:-c|--config|--no-config-lookup|--flag)(?=[\s=])/;

/** Whether a package's own ESLint is so new that it reads no `.eslintrc` any more. */
export function readsNoOldSettings(manifest: Manifest): boolean {
  return (declaredRelease(manifest, 'eslint')?.major ?? 0) >= 9;
}

/** Whether a script can only fail, since its ESLint finds no settings. */
export function lacksSettings(snapshot: Snapshot, manifest: Manifest, name: string): boolean {
  if (!readsNoOldSettings(manifest)) return false;
  const text = scriptText(manifest, name);
  if (!CALL.test(unquoted(text)) || OTHERWISE.test(text)) return false;
  // It is asked from where a script goes, and since 10 from the files that it looks at; what a pipeline runs works there.
  return (
    !hasSettings(snapshot) &&
    !callsIn(snapshot, directoryOf(manifest.file)).some(({ run }) => namesCalled('script', run).includes(name))
  );
}

/** What is said of a script that is left out for that. */
export function settingsMissing(manifest: Manifest, name: string): ProfileWarning {
  const line = manifest.lineOf(['scripts', name]);
  const message = `the script ${name} is left out: ESLint reads \`eslint.config.js\` alone since its release 9, and there is none.`;
  return { file: manifest.file, line, message };
}
