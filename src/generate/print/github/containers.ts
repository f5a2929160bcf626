import { type DockerOption, dockerWord } from '../../../domain/container.ts';
import type { ServiceContainer } from '../../../domain/pipeline.ts';
import { entry, folded, list, map, scalar, type YamlEntry, type YamlNode } from '../yaml.ts';
import { citation } from './citation.ts';
import { inert, literal } from './text.ts';

/** The databases and brokers beside a job; null where it has none. */
export function containersEntry(containers: readonly ServiceContainer[]): YamlEntry | null {
  return containers.length === 0 ? null : entry('services', map(containers.map(containerEntry)));
}

function containerEntry(container: ServiceContainer): YamlEntry {
  const { name, image, environment, ports, options, entrypoint, command, because } = container;
  const variables = Object.entries(environment);
  const body = map([
    entry('image', literal(image)),
    variables.length === 0 ? null : entry('env', map(variables.map(([key, value]) => entry(key, literal(value))))),
    ports.length === 0 ? null : entry('ports', list(ports.map((port) => scalar(port)))),
    options.length === 0 ? null : entry('options', optionsNode(options)),
    entrypoint === null ? null : entry('entrypoint', literal(entrypoint)),
    command === null ? null : entry('command', literal(command)),
  ]);
  const reason = citation(because);
  return entry(name, body, { above: reason === null ? [] : [reason] });
}

function optionsNode(options: readonly DockerOption[]): YamlNode {
  const lines = options.map((option) => inert(optionLine(option)));
  const isPlain = lines.every((line) => /^[\x20-\x7e]+$/.test(line));
  return isPlain ? folded(lines) : scalar(lines.join(' '));
}

function optionLine([name, value]: DockerOption): string {
  return value === null ? name : `${name} ${dockerWord(value)}`;
}
