import type { DocumentPath } from '../../domain/finding.ts';
import { isMapping } from '../formats/manifest.ts';
import { type Word, wordAt } from '../word.ts';
import type { ComposePort } from './compose.ts';
import { checkedPort } from './healthcheck.ts';
import { commandAt, isScalar, pairsAt, type ServicePlace, textAt } from './place.ts';

/** Ports on which debuggers listen: Node, Java, Delve, debugpy. */
const DEBUGGERS = new Set([9229, 9230, 5005, 2345, 40000, 5678]);

/** What the container listens on: `ports` and `expose`, else the port that Traefik is told, else the one that the health check asks. */
export function portsOf(place: ServicePlace, path: DocumentPath): ComposePort[] {
  const declared = ['ports', 'expose'].flatMap((key) => listed(place, [...path, key]));
  const own = declared.filter(({ port }) => !DEBUGGERS.has(port));
  if (own.length > 0) return own;
  return [...routed(place, [...path, 'labels']), ...checked(place, [...path, 'healthcheck', 'test'])].slice(0, 1);
}

/** `8080`, `80:8080`, `127.0.0.1:80:8080/udp`, or the long form with `target`. */
function listed(place: ServicePlace, path: DocumentPath): ComposePort[] {
  const list = place.manifest.at(path);
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index) => {
    const at = [...path, index];
    const short = isMapping(item) ? longForm(place, item, at) : textAt(place, at);
    return short ? portOf(short) : [];
  });
}

function longForm(
  { manifest }: ServicePlace,
  item: Readonly<Record<string, unknown>>,
  path: DocumentPath,
): Word | null {
  const { target, protocol } = item;
  if (!isScalar(target)) return null;
  return wordAt(
    `${target}/${isScalar(protocol) ? protocol : 'tcp'}`,
    manifest.file,
    manifest.lineOf([...path, 'target']),
  );
}

function portOf(word: Word): ComposePort[] {
  const [, digits, protocol] = /(?:^|:)(\d{1,5})(?:\/(tcp|udp))?$/.exec(word.value) ?? [];
  const port = Number(digits);
  if (digits === undefined || port < 1 || port > 65_535) return [];
  return [{ port, protocol: protocol === 'udp' ? 'udp' : 'tcp', word }];
}

/** `traefik.http.services.x.loadbalancer.server.port=8000`, as a list or a mapping. */
function routed(place: ServicePlace, path: DocumentPath): ComposePort[] {
  const labels = [...pairsAt(place, path)];
  return labels.flatMap(([name, word]) => (/^traefik\..*\.loadbalancer\.server\.port$/.test(name) ? portOf(word) : []));
}

function checked(place: ServicePlace, path: DocumentPath): ComposePort[] {
  const test = commandAt(place, path);
  const port = test && checkedPort(test.value, [place.name]);
  return test && port ? [{ port, protocol: 'tcp', word: test }] : [];
}
