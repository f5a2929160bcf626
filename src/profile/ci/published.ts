import { hostPortOf, isPublished } from '../../domain/container.ts';
import type { DocumentPath } from '../../domain/finding.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';
import { MOST } from './limits.ts';

/** An address and a port of the machine, where they are given, and the port of the container. */
const WRITTEN =
  /^((?:\d{1,3}\.){3}\d{1,3}:)?(?:(\d{1,5}(?:-\d{1,5})?):)?(\d{1,5}(?:-\d{1,5})?)(?:\/tcp|(\/udp|\/sctp))?$/;

/**
 * A port as a pipeline publishes it, with the one of the machine, which is the same where any would do; for commands beside the container,
 * which reach its own ports, it is always the same. Null where that is no port.
 */
export function published(written: string, isContained: boolean): string | null {
  const [whole, address = '', outer, inner = '', protocol = ''] = WRITTEN.exec(written.trim()) ?? [];
  const port = isContained ? `${inner}:${inner}${protocol}` : `${address}${outer ?? inner}:${inner}${protocol}`;
  return whole !== undefined && isPublished(port) ? port : null;
}

/** The ports that a list publishes, each as `published` gives it; what is none is left out. */
export function publishedAt(manifest: Manifest, path: DocumentPath, isContained: boolean): string[] {
  const written = manifest.items(path).slice(0, MOST.services);
  const ports = written.flatMap((item) => published(manifest.scalar(item) ?? '', isContained) ?? []);
  return [...new Set(ports)];
}

/** `job.services.db.ports[5432]`, `job.services.db.ports['5432']`: the port of the machine that the run gives a container. */
const EXPRESSION =
  /\$\{\{\s{0,8}job\.services\.([\w-]{1,100})\.ports(?:\[\s{0,4}'?(\d{1,5})'?\s{0,4}\]|\.(\d{1,5}))\s{0,8}\}\}/g;

/** The ports of a job's containers by their names. */
export type PortsByName = ReadonlyMap<string, readonly string[]>;

/** A text with the ports of the machine that a run would put into it. */
export function withPorts(text: string, ports: PortsByName): string {
  if (ports.size === 0 || !text.includes('job.services')) return text;
  return text.replace(EXPRESSION, (written, name: string, listed?: string, named?: string) => {
    const port = listed ?? named ?? '';
    return hostPortOf(ports.get(name) ?? [], port) ?? written;
  });
}

/** The texts of a mapping with the same. */
export function withPortsIn(value: unknown, ports: PortsByName): unknown {
  if (!isMapping(value) || ports.size === 0) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, typeof item === 'string' ? withPorts(item, ports) : item]),
  );
}
