import { lookUpIn, readEnvFile } from '../../compose/env-file.ts';
import { checkedPort } from '../../compose/healthcheck.ts';
import { ancestors, joinPath } from '../../paths.ts';
import { expand, type LookUp, type Word } from '../../word.ts';
import { flyApp } from '../fly.ts';
import type { FoundPort, Listening } from './listening.ts';

/** More ports than these a range does not stand for. */
const LONGEST_RANGE = 16;

/** EXPOSE; a variable is what the Dockerfile, then compose, then a `.env` at or above the program gives it. */
export function byExpose(listening: Listening): FoundPort[] {
  const lookUp = variablesOf(listening);
  return listening.build.facts.exposed.flatMap((word) => portsOf(expand(word, lookUp, () => '')));
}

/** `8080`, `8080/udp`, `8000-8003`. */
function portsOf(word: Word): FoundPort[] {
  const [, from, to, protocol] = /^"?(\d{1,5})(?:-(\d{1,5}))?(?:\/(tcp|udp))?"?$/i.exec(word.value) ?? [];
  if (from === undefined) return [];
  const count = Math.min(to === undefined ? 1 : Math.max(Number(to) - Number(from) + 1, 1), LONGEST_RANGE);
  const transport = protocol?.toLowerCase() === 'udp' ? 'udp' : 'tcp';
  return Array.from({ length: count }, (_, index) => ({ port: Number(from) + index, transport, word }));
}

function variablesOf({ snapshot, build }: Listening): LookUp {
  const files = ancestors(build.directory).flatMap((folder) => joinPath(folder, '.env') ?? []);
  const sets = files.filter((file) => snapshot.has(file)).map((file) => lookUpIn(readEnvFile(snapshot, file)));
  const compose = lookUpIn(build.compose?.environment ?? new Map());
  return (name) => [compose, ...sets].reduce<Word | null>((found, lookUp) => found ?? lookUp(name), null);
}

/** The ports that compose knows of the service. */
export function byCompose({ build }: Listening): FoundPort[] {
  return (build.compose?.ports ?? []).map(({ port, protocol, word }) => ({ port, transport: protocol, word }));
}

/** What a manifest of Kubernetes says that its container listens on; what is there for those who run it comes last. */
export function byManifest({ running }: Listening): FoundPort[] {
  const ports = running.find((container) => container.ports.length > 0)?.ports ?? [];
  const isForOthers = ({ name }: { readonly name: string }) => /metric|prom|admin|debug|health|probe/.test(name);
  return [...ports.filter((it) => !isForOthers(it)), ...ports.filter(isForOthers)].map(({ port, word }) => ({
    port,
    transport: 'tcp',
    word,
  }));
}

/** What Fly sends requests to. */
export function byFly({ snapshot, build }: Listening): FoundPort[] {
  const word = flyApp(snapshot, build)?.port ?? null;
  return word === null ? [] : [{ port: Number(word.value), transport: 'tcp', word }];
}

/** The port of its own that HEALTHCHECK asks. */
export function byCheck({ build }: Listening): FoundPort[] {
  const word = build.facts.healthcheck;
  const port = word && checkedPort(word.value, []);
  return word && port ? [{ port, transport: 'tcp', word }] : [];
}

/** Names of variables that frameworks read. */
export const PORT_VARIABLES = [
  'PORT',
  'HTTP_PORT',
  'SERVER_PORT',
  'LISTEN_PORT',
  'ASPNETCORE_HTTP_PORTS',
  'ASPNETCORE_URLS',
];

/** ENV of the Dockerfile, then what compose sets, under a name that frameworks read. */
export function byVariable({ build }: Listening): FoundPort[] {
  const sets = [build.facts.variables, build.compose?.environment ?? new Map<string, Word>()];
  const words = sets.flatMap((set) => PORT_VARIABLES.flatMap((name) => set.get(name) ?? []));
  return words
    .flatMap((word): FoundPort[] => {
      const port = /^(?:https?:\/\/[^/:]{1,60}:)?(\d{2,5})\/?$/.exec(word.value)?.[1];
      return port === undefined ? [] : [{ port: Number(port), transport: 'tcp', word }];
    })
    .slice(0, 1);
}
