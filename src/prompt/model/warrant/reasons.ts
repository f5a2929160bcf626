import { ENVIRONMENTS } from './environments.ts';
import type { PolarClause } from './polarity.ts';
import { DATABASES } from './services.ts';

/** What begins a reason: what stands behind it tells why, and asks for nothing. */
const REASON =
  /(?<!\p{L})(?:because|since|given that|weil|parce que|puisque|porque|perch\u00e9|omdat|poniewa\u017c|\u043f\u043e\u0442\u043e\u043c\u0443 \u0447\u0442\u043e|as(?= (?:\S+ ){1,6}?(?:is|are|was|were|has|have|had|runs?|ran|takes?|took|broke|fails?|failed)(?!\p{L}))|^ ?for(?= (?:\S+ ){1,6}?(?:is|are|was|were|has|have|had|broke|failed|took)(?!\p{L})))(?!\p{L})/u;

/** What tells how things were: `our CI took 3 hours yesterday`, `we moved away from docker.io`. */
const PAST =
  /(?<!\p{L})(?:took|had|used to|(?:we|they|it|i) used|(?:is|are) (?:gone|dead|history)|left|broke|failed|was too|were too|(?:moved|switched|came|migrated)(?: away)? from|yesterday|last (?:week|month|time|year|night)|ago|formerly|previously)(?!\p{L})/u;
const WISHED = /(?<!\p{L})(?:should|must|want|wants|need|needs|please|ensure|sure|let)(?!\p{L})/u;

/** What may be said of several things that a reason names: `since we support Node 20 and 22, test web on both`. */
const ANAPHOR = /(?<!\p{L})(?:both|those|these|each of them|all of them)(?!\p{L})/u;

/** Values by their kind; a name with a dot in it is that of a host. */
const VALUE_KINDS: readonly RegExp[] = [
  /(?<![\p{L}\d.-])\d+(?:\.\d+)*/gu,
  /(?<![\p{L}\d-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\p{L}\d])|docker ?hub|(?<!\p{L})ghcr(?!\p{L})/gu,
  wordsOf(ENVIRONMENTS),
  wordsOf(DATABASES),
  wordsOf(['self-hosted', 'self hosted', 'gpu', 'windows', 'macos', 'linux', 'ubuntu', 'arm64', 'amd64']),
];

function wordsOf(words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\d-])(?:${words.join('|')})(?![\\p{L}\\d])`, 'gu');
}

/**
 * Clauses without the values that only a reason or the past has, where a wish has one of the same kind: of `give web 20 minutes because the tests
 * took 45` nobody asks for 45. Where the wish has none, it may stand in the reason.
 */
export function withoutValuesOfReasons(clauses: readonly PolarClause[]): PolarClause[] {
  const starts = clauses.map(({ text, isDenied }) => (isDenied ? 0 : reasonAt(text)));
  const wished = clauses.map(({ text }, at) => text.slice(0, starts[at])).join(' \n ');
  if (ANAPHOR.test(wished)) return [...clauses];
  const kinds = VALUE_KINDS.filter((kind) => wished.search(kind) >= 0);
  return clauses.map((clause, at) => {
    if (clause.isDenied) return clause;
    const reason = clause.text.slice(starts[at]);
    const text = clause.text.slice(0, starts[at]) + kinds.reduce((rest, kind) => rest.replace(kind, ' '), reason);
    return { ...clause, text };
  });
}

/** Where the reason of a clause begins; its end where it has none. */
function reasonAt(clause: string): number {
  const at = REASON.exec(clause)?.index;
  if (at !== undefined) return at;
  return PAST.test(clause) && !WISHED.test(clause) ? 0 : clause.length;
}
