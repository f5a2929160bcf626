import { type Capability, isHeld } from './capabilities/capability.ts';
import { type Capabilities, capabilitiesOf } from './capabilities.ts';

/** What a workflow may do that it could not do before, and the other way round. */
export type CapabilityDifference =
  | {
      readonly kind: 'compared';
      readonly added: readonly Capability[];
      readonly removed: readonly Capability[];
      /** Actions that are held to another commit than before: `from` is the old one. */
      readonly moved: readonly { readonly from: Capability; readonly to: Capability }[];
    }
  /** A sentence without its full stop. */
  | { readonly kind: 'not-comparable'; readonly why: string };

/** Compares two texts of one workflow; null stands for a file that is not there, which can do nothing. */
export function capabilityDifference(before: string | null, after: string | null): CapabilityDifference {
  const [old, now] = [before, after].map(
    (text): Capabilities => (text === null ? { kind: 'known', capabilities: [] } : capabilitiesOf(text)),
  ) as [Capabilities, Capabilities];
  if (old.kind === 'unreadable')
    return { kind: 'not-comparable', why: `the file at the base says nothing: ${old.why}` };
  if (now.kind === 'unreadable') return { kind: 'not-comparable', why: `the proposed file says nothing: ${now.why}` };
  return compare(old.capabilities, now.capabilities);
}

function compare(old: readonly Capability[], now: readonly Capability[]): CapabilityDifference {
  const gone = missingFrom(now, old);
  const come = missingFrom(old, now);
  const moved = come.flatMap((to) => {
    const from =
      to.kind === 'action' ? gone.find(({ kind, name }) => kind === 'action' && name === to.name) : undefined;
    return from ? [{ from, to: { ...to, risk: isHeld(to) ? null : to.risk } }] : [];
  });
  const left = new Set(moved.map(({ from }) => from));
  const arrived = new Set(moved.map(({ to: { name } }) => name));
  return {
    kind: 'compared',
    added: come.filter(({ kind, name }) => kind !== 'action' || !arrived.has(name)),
    removed: gone.filter((one) => !left.has(one)),
    moved,
  };
}

/**
 * What `all` has beyond `others`. That one more job has what others had is new only where it is a risk: a read of the code in one more
 * test is not news, a write is.
 */
function missingFrom(others: readonly Capability[], all: readonly Capability[]): Capability[] {
  return all.flatMap((one) => {
    const twin = others.find(({ kind, name, pin }) => kind === one.kind && name === one.name && pin === one.pin);
    if (!twin) return [one];
    if (one.risk === null || one.kind === 'action' || twin.jobs.length === 0) return [];
    const jobs = one.jobs.filter((job) => !twin.jobs.includes(job));
    return one.jobs.length === 0 || jobs.length > 0 ? [{ ...one, jobs }] : [];
  });
}
