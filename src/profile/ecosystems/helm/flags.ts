import { joinPath, pathFrom } from '../../paths.ts';
import { shellWord, unquoted } from '../../shell-word.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { HelmCall } from './calls.ts';

/** Options that say what is checked; each is kept as it is written. (helm.sh/docs, "helm lint", "helm template"; helm-unittest, "Usage") */
const VALUES = /^--(?:set|set-string|set-json|kube-version|namespace|api-versions)$|^-[an]$/;
const FILES = /^--values$|^-f$/;
const GLOBS = /^--file$|^-f$/;
const ALONE = /^--(?:strict|with-subcharts|include-crds|skip-tests|quiet)$/;

/** Letters, signs without meaning to a shell, and quoted texts without variables. */
const SAFE = /^(?:[\w./@%+:,=[\]-]|"[\w ./@%+:,=*-]{0,200}"|'[\w ./@%+:,=*[\]{}-]{0,200}')+$/;

/** The options of a call as they are typed in the chart's folder; null where the value of one is known only when it runs. */
export function flagsOf(snapshot: Snapshot, { verb, words, bases }: HelmCall, directory: string): string[] | null {
  const kept: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [, name = '', joined] = /^(--?[\w-]+)(?:=(.*))?$/s.exec(words[at] ?? '') ?? [];
    if (ALONE.test(name) && joined === undefined) kept.push(name);
    const isGlob = verb === 'unittest' && GLOBS.test(name);
    const isFile = !isGlob && FILES.test(name);
    if (!isGlob && !isFile && !VALUES.test(name)) continue;
    if (joined === undefined) at += 1;
    const written = joined ?? words[at] ?? '';
    const value = isFile ? fileOf(snapshot, { written, bases, directory }) : SAFE.test(written) ? written : null;
    if (value === null) return null;
    kept.push(name, value);
  }
  return kept;
}

interface WrittenFile {
  readonly written: string;
  readonly bases: readonly string[];
  readonly directory: string;
}

/** A file of values that is there, as seen from the chart's folder. */
function fileOf(snapshot: Snapshot, { written, bases, directory }: WrittenFile): string | null {
  const paths = bases.flatMap((base) => joinPath(base, unquoted(written)) ?? []);
  const path = paths.find((one) => snapshot.has(one));
  return path === undefined ? null : shellWord(pathFrom(directory, path));
}
