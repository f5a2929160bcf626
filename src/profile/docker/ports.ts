import type { Port } from '../../domain/profile.ts';
import type { Snapshot } from '../snapshot.ts';
import type { ComposeService } from './compose.ts';
import { environmentFile } from './compose.ts';
import type { ImageFacts } from './dockerfile.ts';

const PORT_NAMES = ['PORT', 'HTTP_PORT', 'SERVER_PORT', 'ASPNETCORE_HTTP_PORTS'];
const FLAG =
  /(?:--(?:http-|server-|web-)?port[= "',]+|--(?:bind|address|listen|addr)[= "',]+[\w.*[\]]*:|\s-b\s+[\w.]*:)"?(\d{2,5})\b/;

/**
 * The ports that a container listens on, by the first of these that knows any: EXPOSE, compose, ENV, flags of its command. None: a worker.
 * (detection.md, "Port precedence")
 */
export function findPorts(snapshot: Snapshot, facts: ImageFacts, compose: ComposeService | null): Port[] {
  const places = [fromExpose, fromCompose, fromEnvironment, fromCommand];
  for (const place of places) {
    const ports = place(snapshot, facts, compose);
    if (ports.length > 0) return unique(ports);
  }
  return [];
}

function fromExpose(snapshot: Snapshot, { exposed, file }: ImageFacts, compose: ComposeService | null): Port[] {
  const variables = environmentFile(snapshot, '.env');
  return exposed.flatMap(({ value, line }) => {
    const whole = value.replace(
      /\$\{?(\w+)(?::-([^}]*))?\}?/g,
      (_, name: string, fallback?: string) => compose?.environment[name] ?? variables.get(name) ?? fallback ?? '',
    );
    const [, port, protocol] = /^"?(\d{1,5})"?(?:\/(tcp|udp))?$/i.exec(whole) ?? [];
    return port === undefined
      ? []
      : [
          {
            port: Number(port),
            protocol: protocolOf(Number(port), protocol),
            because: [snapshot.evidence(file, line)],
          },
        ];
  });
}

function fromCompose(snapshot: Snapshot, _: ImageFacts, compose: ComposeService | null): Port[] {
  return (compose?.ports ?? []).map(({ port, protocol, line }) => ({
    port,
    protocol: protocolOf(port, protocol),
    because: [snapshot.evidence(compose?.file ?? '', line)],
  }));
}

function fromEnvironment(snapshot: Snapshot, { environment, file }: ImageFacts): Port[] {
  return PORT_NAMES.flatMap((name) => {
    const word = environment.get(name);
    return word && /^\d{2,5}$/.test(word.value)
      ? [{ port: Number(word.value), protocol: 'http' as const, because: [snapshot.evidence(file, word.line)] }]
      : [];
  }).slice(0, 1);
}

function fromCommand(snapshot: Snapshot, { commands, file }: ImageFacts): Port[] {
  return commands
    .flatMap(({ value, line }) => {
      const port = FLAG.exec(value)?.[1];
      return port === undefined
        ? []
        : [{ port: Number(port), protocol: 'http' as const, because: [snapshot.evidence(file, line)] }];
    })
    .slice(0, 1);
}

/** What is known of a number alone: the usual ports of gRPC and of databases; anything else that a service exposes speaks HTTP. */
function protocolOf(port: number, transport: string | undefined): Port['protocol'] {
  if (transport?.toLowerCase() === 'udp') return 'udp';
  if (port === 50051) return 'grpc';
  return [5432, 3306, 6379, 27017, 5672, 9092].includes(port) ? 'tcp' : 'http';
}

function unique(ports: readonly Port[]): Port[] {
  return ports.filter(
    (one, index) => ports.findIndex(({ port, protocol }) => port === one.port && protocol === one.protocol) === index,
  );
}
