import type { ServiceContainer } from '../../../domain/pipeline.ts';
import { entry, folded, list, map, scalar, type YamlEntry } from '../yaml.ts';
import { citation } from './citation.ts';
import { literal } from './text.ts';

/** The databases and brokers beside a job; null where it has none. */
export function containersEntry(containers: readonly ServiceContainer[]): YamlEntry | null {
  return containers.length === 0 ? null : entry('services', map(containers.map(containerEntry)));
}

function containerEntry({ name, image, port, environment, health, because }: ServiceContainer): YamlEntry {
  const variables = Object.entries(environment);
  const body = map([
    entry('image', literal(image)),
    variables.length === 0 ? null : entry('env', map(variables.map(([key, value]) => entry(key, literal(value))))),
    entry('ports', list([scalar(`${port}:${port}`)])),
    health === null ? null : entry('options', healthOptions(health)),
  ]);
  const reason = citation(because);
  return entry(name, body, { above: reason === null ? [] : [reason] });
}

/** The job waits until the command succeeds: at most a minute after the container has started. */
function healthOptions(health: string) {
  // The runner reads options as .NET does: only double quotes hold words together. (learn.microsoft.com, "ProcessStartInfo.Arguments")
  const quoted = `"${health.replaceAll('"', String.raw`\"`)}"`;
  return folded([
    `--health-cmd ${/\s/.test(health) ? quoted : health}`,
    '--health-interval 5s',
    '--health-timeout 5s',
    '--health-retries 12',
  ]);
}
