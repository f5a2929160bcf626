import type { ProfileWarning } from '../../../domain/profile.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { nearest } from '../../nearest.ts';
import { directoryOf } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { declaredRelease } from './dependencies.ts';
import { scriptText } from './scripts.ts';

/** Where ESLint since 9 reads its settings, in the folder or above it. (eslint.org, "Configuration Files") */
const SETTINGS = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((ending) => `eslint.config.${ending}`);

const CALL = /(?:^|[&|;(]|\b(?:exec|npx|bunx))[^\S\n]{0,8}eslint(?=\s|$)/m;

/** What has it read other settings, or the old ones. (eslint.org, "Command Line Interface Reference"; "Migrate to v9.x") */
const OTHERWISE = /\bESLINT_USE_FLAT_CONFIG\b|\s(?:-c|--config|--no-config-lookup)(?=[\s=])/;

/** Whether a package's own ESLint is so new that it reads no `.eslintrc` any more. */
export function readsNoOldSettings(manifest: Manifest): boolean {
  return (declaredRelease(manifest, 'eslint')?.major ?? 0) >= 9;
}

/** Whether a script can only fail, since its ESLint finds no settings. */
export function lacksSettings(snapshot: Snapshot, manifest: Manifest, name: string): boolean {
  if (!readsNoOldSettings(manifest)) return false;
  const text = scriptText(manifest, name);
  return CALL.test(text) && !OTHERWISE.test(text) && nearest(snapshot, directoryOf(manifest.file), SETTINGS) === null;
}

/** What is said of a script that is left out for that. */
export function settingsMissing(manifest: Manifest, name: string): ProfileWarning {
  const line = manifest.lineOf(['scripts', name]);
  const message = `the script ${name} is left out: ESLint reads \`eslint.config.js\` alone since its release 9, and there is none.`;
  return { file: manifest.file, line, message };
}
