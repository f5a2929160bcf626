import { type Clause, clausesOf, goesOn } from './clauses.ts';
import { FAMILIES } from './families.ts';
import { hasStem, plain, wordsIn } from './matching.ts';
import { withoutPseudoNegations } from './pseudo-negations.ts';
import { isAdded, isReport } from './reports.ts';

/** A clause, and whether it denies what it speaks of. */
export interface PolarClause extends Clause {
  readonly isDenied: boolean;
}

/** The clauses of a line; what one denies may go on in the next. */
export function polarClausesIn(line: string): PolarClause[] {
  const clauses: PolarClause[] = [];
  for (const clause of clausesOf(withoutPseudoNegations(plain(line)))) {
    const before = clauses.at(-1);
    const isOn = before !== undefined && goesOn(clause, before, before.isDenied);
    const sign = before === undefined ? '\n' : clause.sign;
    clauses.push({ ...clause, sign, isDenied: isOn || hasDenial(clause.text) });
  }
  return clauses.map((one, at) => ({ ...one, isDenied: isFinallyDenied(one, clauses[at - 1], clauses[at + 1]) }));
}

/** `Push cart? No!` denies what was asked; `cart has no linter. Add one.` asks for what is missing. */
function isFinallyDenied(clause: PolarClause, before: PolarClause | undefined, next: PolarClause | undefined): boolean {
  if (next !== undefined && NO.test(next.text)) return true;
  return clause.isDenied && !(tellsWhatIs(clause, before) && isAdded(next?.text));
}

const NO = /^ ?(?:no|nope|never|not|nein|non|nee|don't|no thanks|no way|better not|please don't) ?$/;

/** Whether a clause reports. `We | do not lint cart`: who stands before a denial is cut off by it. */
export function tellsWhatIs({ text, sign }: PolarClause, before: PolarClause | undefined): boolean {
  return isReport(text, sign === '' && before !== undefined ? before.text : '');
}

function hasDenial(clause: string): boolean {
  const words = wordsIn(clause);
  return FAMILIES.not.split('|').some((stem) => hasStem(stem, clause, words));
}
