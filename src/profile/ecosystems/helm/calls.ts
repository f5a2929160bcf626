import type { Evidence } from '../../../domain/evidence.ts';
import { type AutomationLine, joinedAutomation } from '../../ci/automation.ts';
import { ciLines, placeOf } from '../../ci/lines.ts';
import type { CiStep } from '../../ci/steps.ts';
import { directoryOf } from '../../paths.ts';
import { commandWords } from '../../shell-word.ts';
import type { Snapshot } from '../../snapshot.ts';

/** A command of Helm or of chart-testing as the repository's pipelines and scripts call it. */
export interface HelmCall {
  /** `lint`, `template`, `unittest`, `repo add`, `plugin install`; `ct lint`. */
  readonly verb: string;
  /** What stands behind it, quoted as it is written. */
  readonly words: readonly string[];
  /** Folders that its paths may be seen from, the likelier first. */
  readonly bases: readonly string[];
  readonly because: Evidence;
}

/** `helm`, `"$bindir"/helm`, `$(HELM)`, `${HELM}`; `ct`. */
const CALL =
  /(?:^|[\s;&|(@/"'])(?:(helm|\$[({]HELM[)}]|\$HELM)["']?\s{1,4}(lint|template|unittest|repo\s{1,4}add|plugin\s{1,4}install)|(ct)\s{1,4}lint)(?=\s|$)/;

/** More lines than any pipeline has would only take time. */
const MOST = 300;

/** The calls of the workflows, each in the folder where it stands, then those of everything else. */
export function readCalls(
  snapshot: Snapshot,
  automation: readonly AutomationLine[],
  steps: readonly CiStep[],
): HelmCall[] {
  const inWorkflows = ciLines(steps).flatMap(({ text, base, file, number }) =>
    callOf(snapshot, text, [base], snapshot.evidence(file, number)),
  );
  const others = automation.filter(({ file }) => !file.startsWith('.github/workflows/'));
  const elsewhere = joinedAutomation(others).flatMap(({ text, file, number }) =>
    callOf(snapshot, text, ['.', directoryOf(file)], snapshot.evidence(file, number)),
  );
  return [...inWorkflows, ...elsewhere].slice(0, MOST);
}

/** Where a call writes what it prints. */
const INTO = /\s>{1,2}\s{0,4}["']?([\w.][\w./-]{0,200})/;

function callOf(snapshot: Snapshot, text: string, bases: readonly string[], because: Evidence): HelmCall[] {
  const found = CALL.exec(text);
  if (!found || /\|\s{0,4}kubectl\s/.test(text) || /^[\s@-]{0,40}(?:echo|printf)\s/.test(text)) return [];
  // What makes a file of the repository anew checks nothing.
  const [, into] = INTO.exec(text) ?? [];
  if (into !== undefined && bases.some((base) => snapshot.has(placeOf(into, base) ?? ''))) return [];
  const verb = found[3] === undefined ? (found[2] ?? '').replace(/\s+/g, ' ') : 'ct lint';
  return [{ verb, words: commandWords(text.slice(found.index + found[0].length)), bases, because }];
}

/** Whether a call means that folder: by a path of its own, by `charts/*`, or by where it stands. */
export function isAbout({ words, bases, verb }: HelmCall, directory: string): boolean {
  const plain = words.filter((word) => !word.startsWith('-'));
  const named = plain.flatMap((word) => bases.flatMap((base) => placeOf(word, base) ?? []));
  if (verb === 'lint' && plain.length === 0) return bases[0] === directory;
  return named.some((path) => path === directory || (path.endsWith('/*') && path === `${directoryOf(directory)}/*`));
}
