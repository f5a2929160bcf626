import { checkedAddress } from '../../compose/healthcheck.ts';
import { shortName } from '../../docker/image-name.ts';
import { linesOf } from '../../lines.ts';
import { oncePerFile } from '../../once.ts';
import type { Snapshot } from '../../snapshot.ts';
import { type Word, wordAt } from '../../word.ts';
import { entryOf, itemsOf, linesBelow, type ManifestLine, manifestLines } from './lines.ts';
import { isNaisApplication, naisContainer } from './nais.ts';
import { type Filled, filledIn, givenProbe, includedImage } from './values.ts';

/** A container of a workload of Kubernetes, as a manifest or a template of Helm has it. */
export interface KubernetesContainer {
  readonly file: string;
  /** Empty where only the cluster knows it, as the next two. */
  readonly name: string;
  readonly workload: string;
  /** Whether its workload has no other container. */
  readonly isAlone: boolean;
  /** The name of its image without registry and tag. */
  readonly image: string;
  /** What it listens on over TCP, each with the name that it gives the port. */
  readonly ports: readonly { readonly name: string; readonly port: number; readonly word: Word }[];
  /** The route that its probes ask, or `grpc`: whether it is ready, else whether it lives. */
  readonly probe: Word | null;
}

/** The containers of a file, in its order; those that only start before others are none. (Kubernetes, "Container", "Probe") */
export const containersIn = oncePerFile((snapshot, file): readonly KubernetesContainer[] => {
  const text = snapshot.text(file);
  if (text === null || text.length > LONGEST || !/^kind:/m.test(text)) return [];
  const lines = manifestLines(linesOf(text));
  const starts = [0, ...lines.flatMap(({ text: it }, at) => (it === '---' ? [at + 1] : []))];
  return starts.flatMap((start, index) => ofDocument(snapshot, file, lines.slice(start, starts[index + 1])));
});

/** A longer one was made by a tool. */
const LONGEST = 300_000;

/** A document has one workload; a template may write a few. */
const MOST_LISTS = 20;

function ofDocument(snapshot: Snapshot, file: string, lines: readonly ManifestLine[]): KubernetesContainer[] {
  const filled = filledIn(snapshot, file);
  const workload = entryOf(entryOf(lines, 'metadata')?.below ?? [], 'name')?.value ?? '';
  if (isNaisApplication(lines)) {
    const image = shortName(plain(entryOf(entryOf(lines, 'spec')?.below ?? [], 'image')?.value ?? ''));
    const name = plain(filled(workload));
    return [{ ...naisContainer(file, lines), file, name, workload: name, isAlone: true, image }];
  }
  const lists = lines.flatMap(({ text }, at) => (text === 'containers:' ? [at] : [])).slice(0, MOST_LISTS);
  return lists
    .map((at) => itemsOf(linesBelow(lines, at)))
    .flatMap((items) =>
      items.map((item) => ({
        ...containerOf({ snapshot, file, filled }, item),
        workload: plain(filled(workload)),
        isAlone: items.length === 1,
      })),
    );
}

/** A manifest whose texts are filled in. */
interface Place {
  readonly snapshot: Snapshot;
  readonly file: string;
  readonly filled: Filled;
}

function containerOf(place: Place, item: readonly ManifestLine[]): Omit<KubernetesContainer, 'workload' | 'isAlone'> {
  const { snapshot, file, filled } = place;
  const written = plain(entryOf(item, 'image')?.value ?? '');
  const repository = filled(written.replace(/:\{\{.*$/, '')) ?? includedImage(snapshot, file, written);
  return {
    file,
    name: plain(filled(entryOf(item, 'name')?.value ?? '')),
    image: shortName(repository.replace(/^ko:\/\//, '')),
    ports: itemsOf(entryOf(item, 'ports')?.below ?? []).flatMap((port) => portOf(place, port)),
    probe: probeOf(place, item),
  };
}

function plain(text: string | null): string {
  return (text ?? '').replace(/\s#.*$/, '').replace(/^["']|["']$/g, '');
}

function portOf({ file, filled }: Place, item: readonly ManifestLine[]): KubernetesContainer['ports'] {
  const entry = entryOf(item, 'containerPort');
  const port = Number(plain(filled(entry?.value ?? '')));
  if (!entry || !Number.isInteger(port) || entryOf(item, 'protocol')?.value === 'UDP') return [];
  return [
    { name: plain(entryOf(item, 'name')?.value ?? ''), port, word: wordAt(String(port), file, entry.line.number) },
  ];
}

/** The keys of its probes, best first. */
export const PROBES = ['readinessProbe', 'livenessProbe', 'startupProbe'];

/** What the probes of a container ask, whether it is ready, else whether it lives; null where only its own program knows. */
export function probeOf({ snapshot, file, filled }: Place, item: readonly ManifestLine[]): Word | null {
  for (const key of PROBES) {
    const entry = entryOf(item, key);
    if (!entry) continue;
    const lines = [{ ...entry.line, text: entry.value }, ...entry.below];
    const asked = askedBy(lines, filled);
    if (asked) return wordAt(asked.value, file, asked.line);
    const given = lines.map((line) => givenProbe(snapshot, file, line)).find((word) => word !== null);
    if (given && (given.value === 'grpc' || isRoute(given.value))) return given;
  }
  return null;
}

function askedBy(
  lines: readonly ManifestLine[],
  filled: Filled,
): { readonly value: string; readonly line: number } | null {
  const [first] = lines;
  const all = lines.map(({ text }) => text).join('\n');
  if (!first) return null;
  if (/\bhttpGet:/.test(all)) {
    const found = lines.find(({ text }) => ROUTE.test(text));
    const [, double, single, bare = ''] = ROUTE.exec(found?.text ?? '') ?? [];
    const route = filled(double ?? single ?? bare)?.split('?', 1)[0] ?? '';
    return found && isRoute(route) ? { value: route, line: found.number } : null;
  }
  const line = (lines.find(({ text }) => /grpc/.test(text)) ?? first).number;
  if (/^grpc:|\{\s{0,4}grpc:|grpc[_-]health[_-]probe/m.test(all)) return { value: 'grpc', line };
  // What a program of its own asks, only that program knows.
  const address = /\b(?:curl|wget)\b/.test(all) ? checkedAddress(all.replace(/\s+/g, ' '), []) : null;
  return address?.path ? { value: address.path, line: first.number } : null;
}

/** A route as people write one. */
function isRoute(text: string): boolean {
  return /^\/[\w./~%:@-]{0,200}$/.test(text);
}

const ROUTE =
  /(?:^|[{,\s])path:\s{0,8}(?:"([^"]{0,200})"|'([^']{0,200})'|(\{\{[^{}]{0,200}\}\}[^\s,}]{0,200}|[^\s,}]{1,200}))/;
