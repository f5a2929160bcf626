import type { Evidence } from '../../../domain/evidence.ts';
import { childAt, childrenNamed, type Element } from '../../formats/xml.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import type { Pom } from './pom.ts';

/** A value of a pom with its properties put in, and every line that it went through: the one that bears it first. */
export interface PomValue {
  readonly value: string;
  readonly because: readonly Evidence[];
}

/** An element, and the pom that it is written in. */
export interface Written {
  readonly element: Element;
  readonly file: string;
}

/** Longer chains of properties are somebody's attack on a reader, not a build. */
const MAX_STEPS = 20;

/** The text of a property in a lineage (nearest first); null where there is none, or it is a property that the repository does not hold. */
export function propertyValue(snapshot: Snapshot, chain: readonly Pom[], name: string): Found<PomValue | null> {
  const written = propertyIn(chain, name);
  return written ? follow(snapshot, chain, written) : { value: null, warnings: [] };
}

/**
 * The value of an element, its property followed through the lineage. Only a value that is one property and nothing else is followed:
 * several in one value could double at every step, and no version is written so.
 */
export function follow(snapshot: Snapshot, chain: readonly Pom[], written: Written): Found<PomValue | null> {
  const trail = [written];
  for (let at = written; trail.length <= MAX_STEPS; ) {
    const name = /^\$\{([^${}]+)\}$/.exec(at.element.text)?.[1];
    if (name === undefined) return { value: plainValue(snapshot, at.element.text, trail), warnings: [] };
    const next = propertyIn(chain, name);
    if (!next) break;
    if (trail.some(({ element }) => element === next.element)) return { value: null, warnings: [cycle(name, at)] };
    trail.unshift(next);
    at = next;
  }
  return { value: null, warnings: [] };
}

function plainValue(snapshot: Snapshot, value: string, trail: readonly Written[]): PomValue {
  const because = trail.map(({ file, element }) => snapshot.evidence(file, element.line));
  return { value, because };
}

function cycle(name: string, { file, element }: Written) {
  return { file, line: element.line, message: `the property ${name} refers to itself; it is left out.` };
}

/** A child's property hides its parent's; one that is written twice has its last value, as in Maven. */
function propertyIn(chain: readonly Pom[], name: string): Written | null {
  for (const { project, file } of chain) {
    const element = childrenNamed(childAt(project, 'properties'), name).at(-1);
    if (element) return { element, file };
  }
  return null;
}
