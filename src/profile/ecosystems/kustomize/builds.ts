import type { Evidence } from '../../../domain/evidence.ts';
import type { LintCommand } from '../../../domain/profile.ts';
import { placeOf, readCiLines } from '../../ci/lines.ts';
import { commandWords } from '../../shell-word.ts';
import type { Snapshot } from '../../snapshot.ts';
import { kustomizationIn } from './kustomization.ts';

/** A folder that a pipeline builds, and how it is typed there. */
export interface KustomizeBuild {
  readonly directory: string;
  readonly file: string;
  readonly command: LintCommand;
}

const CALL = /(?:^|[\s;&|(@/"'])(kustomize\s{1,4}build|kubectl\s{1,4}kustomize)(?=\s|$)(.*)$/;

/** Options that change what is built, and none that a shell would read. (kubectl.docs.kubernetes.io, "kustomize build") */
const KEPT = /^(?:--enable-helm|--enable-alpha-plugins|--load-restrictor=\w{1,40})$/;

/** Folders that the repository's own workflows build to look at the result: each once. What is given to a cluster is deployed, and not checked. */
export function readBuilds(snapshot: Snapshot): KustomizeBuild[] {
  const found = readCiLines(snapshot, /\bkustomize\s{1,4}build\b|\bkubectl\s{1,4}kustomize\b/).flatMap(
    ({ text, base, file, number }) => {
      const [, call = '', rest = ''] = CALL.exec(text) ?? [];
      if (call === '' || /\|\s{0,4}kubectl\s/.test(rest)) return [];
      return buildOf(snapshot, { call, words: commandWords(rest), base, because: snapshot.evidence(file, number) });
    },
  );
  const seen = new Set<string>();
  return found.filter(({ directory }) => !seen.has(directory) && seen.add(directory));
}

interface Call {
  readonly call: string;
  readonly words: readonly string[];
  readonly base: string;
  readonly because: Evidence;
}

function buildOf(snapshot: Snapshot, { call, words, base, because }: Call): KustomizeBuild[] {
  const plain = words.filter((word) => !word.startsWith('-'));
  const places = plain.length === 0 ? [base] : plain.map((word) => placeOf(word, base));
  const directory = places.find((place) => place !== null && kustomizationIn(snapshot, place) !== null) ?? null;
  const file = directory === null ? null : kustomizationIn(snapshot, directory);
  if (directory === null || file === null) return [];
  const run = [call.replace(/\s+/g, ' '), ...words.filter((word) => KEPT.test(word)), '.'].join(' ');
  return [
    { directory, file, command: { check: 'lint', run, directory, because: [because, snapshot.evidence(file, 1)] } },
  ];
}
