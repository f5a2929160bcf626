import type { IntentOf } from '../../../domain/request.ts';
import { has, tagged } from '../clauses/chunks.ts';
import type { Part } from '../clauses/clause.ts';
import {
  adjusting,
  asks,
  CANNOT_REMOVE,
  type Frame,
  NOTHING,
  type Scope,
  said,
  targetsOf,
  turnsOf,
  understood,
} from '../frame.ts';
import type { Atom } from '../meaning.ts';

type Fields = Partial<Omit<IntentOf<'chart'>, 'kind' | 'for'>>;
interface Found {
  readonly fields: Fields;
  readonly atoms: readonly Atom[];
}

/** Settings of charts: replicas, autoscaling, CPU, memory, host and mesh. */
export const readCharts: Frame = (scope) => {
  // `give it 3 replicas, and run its jobs on our runners`: on what jobs run is no setting of the chart.
  const parts = scope.clause.parts.filter((part) => !has(part.atoms, 'runner', 'label'));
  // `lint web, and give its chart 3 replicas`: a wish of its own for whom the one before it is for.
  const own = has(said(scope), 'check', 'image') ? parts.filter(isOfIt) : parts;
  const atoms = own.flatMap((part) => part.atoms);
  if (isOfServer(scope, own)) return NOTHING;
  const isChart =
    has(atoms, 'chart', 'replicas', 'scaling', 'mesh', 'host-word') ||
    (has(atoms, 'cpu', 'memory') && has(atoms, 'quantity', 'cpu')) ||
    // `512Mi for cart`.
    tagged(atoms, 'quantity').some(({ words, meaning }) => / (?:core|cpu)$/i.test(words) || /i$/i.test(meaning.value));
  if (!isChart) return NOTHING;
  const found = [scalingIn(atoms), replicasIn(atoms), resourcesIn(atoms), hostIn(atoms), meshIn(atoms)];
  const fields = Object.assign({}, ...found.map((one) => one.fields)) as Fields;
  const values = found.flatMap((one) => one.atoms);
  const claimed = [...tagged(atoms, 'chart'), ...values, ...values.flatMap((value) => adjusting(atoms, value))];
  if (scope.clause.parts.some(({ isNegated }) => isNegated))
    return asks([...claimed, ...turnsOf(scope.clause.parts)], CANNOT_REMOVE);
  if (Object.keys(fields).length === 0 && !isWholeChart(scope)) return NOTHING;
  return understood(
    targetsOf(scope).map((target): IntentOf<'chart'> => ({ kind: 'chart', for: target, ...fields })),
    claimed,
  );
};

/** `start Redis and give it 512Mi`: it may be the server. */
function isOfServer(scope: Scope, parts: readonly Part[]): boolean {
  return has(said(scope), 'database') && parts.some(isOfIt);
}

function isOfIt({ atoms }: Part): boolean {
  return has(atoms, 'do') && has(atoms, 'pronoun') && !has(atoms, 'check', 'image');
}

function isWholeChart(scope: Scope): boolean {
  return has(said(scope), 'chart') && has(said(scope), 'do');
}

function scalingIn(atoms: readonly Atom[]): Found {
  const words = tagged(atoms, 'scaling');
  if (words.length === 0 || isRescaling(words, atoms)) return none;
  const counts = tagged(atoms, 'number', 'replicas').filter(({ meaning }) => meaning.value !== undefined);
  // `max 8, min 2`.
  const isLastFirst = /^max/i.test(atoms[atoms.indexOf(counts[0] as Atom) - 1]?.words ?? '');
  const values = counts.map(({ meaning }) => Number(meaning.value));
  const [min, max, ...more] = isLastFirst ? values.toReversed() : values;
  if (min === undefined || max === undefined || more.length > 0 || min > max) return none;
  const ends = atoms.filter(({ words: word }, at) => {
    const next = atoms[at + 1];
    return /^(?:min|max|maximum|at most)$/i.test(word) && counts.some((count) => count === next);
  });
  const percents = tagged(atoms, 'percent');
  if (percents.length > 1) return none;
  const percent = percents[0]?.meaning.value;
  const cpu = percent === undefined ? [] : tagged(atoms, 'cpu').filter(({ meaning }) => meaning.value === undefined);
  return {
    fields: { autoscale: { min, max, ...(percent === undefined ? {} : { cpuPercent: percent }) } },
    atoms: [...words, ...counts, ...ends, ...percents, ...cpu, ...tagged(atoms, 'replicas', 'bound')],
  };
}

/** `scale web from 3 to 6 replicas` may give another number, or a range; a load at which it happens says the range. */
function isRescaling(words: readonly Atom[], atoms: readonly Atom[]): boolean {
  const isAutomatic = has(atoms, 'percent') || words.some(({ words: word }) => /auto|hpa/i.test(word));
  return !isAutomatic && atoms.some(({ words: word }) => /^from$/i.test(word));
}

function replicasIn(atoms: readonly Atom[]): Found {
  const words = tagged(atoms, 'replicas');
  const isVague = atoms.some(({ words: word }) => /^up to$/i.test(word));
  if (words.length === 0 || isVague || has(atoms, 'scaling')) return none;
  const counts = words.filter(({ meaning }) => meaning.value !== undefined);
  const numbers = counts.length > 0 ? counts : tagged(atoms, 'number');
  const value = Number(numbers[0]?.meaning.value);
  return numbers.length === 1 ? { fields: { replicas: value }, atoms: [...words, ...numbers] } : none;
}

/** `Mi` and `Gi` are memory, thousandths of a core are CPU, whatever stands beside them. */
function resourcesIn(atoms: readonly Atom[]): Found {
  const quantities = tagged(atoms, 'quantity');
  const memory = quantities.filter(({ meaning }) => /i$/i.test(meaning.value));
  const cpu = quantities.filter(({ meaning }) => /m$/.test(meaning.value));
  const cores = tagged(atoms, 'cpu').filter(({ meaning }) => meaning.value !== undefined);
  if (memory.length > 1 || cpu.length + cores.length > 1) return none;
  const cpuValue = cpu[0]?.meaning.value ?? cores[0]?.meaning.value;
  const memoryValue = memory[0]?.meaning.value;
  // `a memory limit of 256Mi`.
  const limits = tagged(atoms, 'timeout').filter(({ words }) => /^(?:limit|cap|max|maximum|at most)$/i.test(words));
  return {
    fields: { ...(cpuValue ? { cpu: cpuValue } : {}), ...(memoryValue ? { memory: memoryValue } : {}) },
    atoms: [
      ...quantities,
      ...(quantities.length > 0 ? limits : []),
      ...(cpuValue ? tagged(atoms, 'cpu') : []),
      ...(memoryValue ? tagged(atoms, 'memory') : []),
    ],
  };
}

function hostIn(atoms: readonly Atom[]): Found {
  const [host, ...more] = tagged(atoms, 'host');
  if (!host || more.length > 0) return none;
  return { fields: { host: host.meaning.host }, atoms: [host, ...tagged(atoms, 'host-word')] };
}

function meshIn(atoms: readonly Atom[]): Found {
  const words = tagged(atoms, 'mesh');
  const names = [...new Set(words.flatMap(({ meaning }) => meaning.mesh ?? []))];
  const [mesh] = names;
  return mesh && names.length === 1 ? { fields: { mesh }, atoms: words } : none;
}

const none: Found = { fields: {}, atoms: [] };
