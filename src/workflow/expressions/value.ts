import type { Scalar } from './tree.ts';

/**
 * What is known of a value before a workflow runs. `some` is filled, so it counts as true: `among` lists the only texts that it can be
 * (none for what only the outsider chooses, such as the name of their repository), `prefix` how it begins.
 */
export type Value =
  | { readonly kind: 'known'; readonly value: Scalar }
  | { readonly kind: 'some'; readonly among?: readonly string[]; readonly prefix?: string }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'unknown' };

export const UNKNOWN: Value = { kind: 'unknown' };
/** Filled, with anything. */
export const FILLED: Value = { kind: 'some' };
/** Filled, and equal to nothing that the workflow or the repository could name. */
export const FOREIGN: Value = { kind: 'some', among: [] };

export function known(value: Scalar): Value {
  return { kind: 'known', value };
}

/** Whether it counts as true; null where that is not known. */
export function truthOf(value: Value): boolean | null {
  switch (value.kind) {
    case 'known':
      return Boolean(value.value);
    case 'some':
    case 'list':
      return true;
    case 'unknown':
      return null;
  }
}

/** Whether two values are equal, as GitHub compares: texts without regard to case, other types as numbers. Null where it is not known. */
export function areEqual(left: Value, right: Value): boolean | null {
  if (isForeign(left) || isForeign(right)) return false;
  if (left.kind === 'some' && right.kind === 'some') return begins(left, right) || begins(right, left) ? null : false;
  if (left.kind === 'some') return isAmong(left, right);
  if (right.kind === 'some') return isAmong(right, left);
  if (left.kind !== 'known' || right.kind !== 'known') return null;
  const [a, b] = [left.value, right.value];
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase();
  return typeof a === typeof b ? a === b : Number(a) === Number(b);
}

type Some = Value & { readonly kind: 'some' };

function isForeign(value: Value): boolean {
  return value.kind === 'some' && value.among?.length === 0;
}

/** Whether a text that begins as the second one can begin as the first one as well. */
function begins({ prefix = '' }: Some, other: Some): boolean {
  return (other.prefix ?? '').toLowerCase().startsWith(prefix.toLowerCase());
}

function isAmong({ among, prefix = '' }: Some, other: Value): boolean | null {
  if (other.kind !== 'known') return null;
  const text = String(other.value ?? '').toLowerCase();
  if (text === '' || !text.startsWith(prefix.toLowerCase())) return false;
  return among && !among.some((one) => one.toLowerCase() === text) ? false : null;
}

/** Whether a text begins with another one, without regard to case. Null where it is not known. */
export function startsWith(text: Value, start: Value): boolean | null {
  if (start.kind !== 'known') return null;
  const wanted = String(start.value ?? '').toLowerCase();
  if (text.kind === 'known')
    return String(text.value ?? '')
      .toLowerCase()
      .startsWith(wanted);
  const prefix = text.kind === 'some' ? (text.prefix ?? '').toLowerCase() : '';
  if (prefix.startsWith(wanted)) return true;
  return wanted.startsWith(prefix) ? null : false;
}
