import { firstOfEach } from '../../../domain/grouped.ts';
import type { Port } from '../../../domain/profile.ts';
import { cite } from '../../word.ts';
import { SERVER_SETTINGS } from '../code/ports.ts';
import { byBinding } from './bound.ts';
import { byCommand } from './command.ts';
import { byConfiguration } from './configuration.ts';
import { byCheck, byCompose, byExpose, byFly, byManifest, byVariable, PORT_VARIABLES } from './declared.ts';
import { byBaseImage, byFramework } from './framework.ts';
import type { FoundPort, Listening } from './listening.ts';

/** From what people declare to what a framework does by itself; the first that knows any port is right. (detection.md, "Port precedence") */
export const PORT_PLACES: readonly PortPlace[] = [
  {
    from: 'what the program is bound to, where `EXPOSE` names only ports that nobody asks for: its framework’s setting, what a main compose file opens of the image as it is, or what variables tell ASP.NET, else what its own image sets from version 8 on',
    find: byBinding,
  },
  { from: '`EXPOSE` of the stage that runs; its variables by the Dockerfile, compose and `.env`', find: byExpose },
  { from: '`ports` and `expose` of compose', find: byCompose },
  {
    from: '`containerPort` of the manifest, or of the chart, that runs it in Kubernetes, `port` of the application of Nais',
    find: byManifest,
  },
  { from: '`internal_port` of the `fly.toml` that runs it', find: byFly },
  { from: `\`${PORT_VARIABLES.join('`, `')}\` in the image, then in compose`, find: byVariable },
  { from: 'a flag of `ENTRYPOINT` or `CMD`, else what the server that they start is known for', find: byCommand },
  { from: 'the address of its own that `HEALTHCHECK` asks', find: byCheck },
  { from: 'a setting in a configuration file of the program', find: byConfiguration },
  { from: 'what the source listens on', find: byCode },
  { from: 'what a framework among the dependencies listens on by itself', find: byFramework },
  { from: 'what the base image exposes', find: byBaseImage },
];

interface PortPlace {
  readonly from: string;
  find(it: Listening): readonly FoundPort[];
}

/** The ports that a container listens on; none is a worker. */
export function findPorts(listening: Listening): Port[] {
  for (const place of PORT_PLACES) {
    const ports = place.find(listening).filter(({ port }) => port > 0 && port <= 65_535);
    if (ports.length > 0)
      return requestsFirst(ordered(ports).map((found) => portOf(listening, found, ports.length > 1)));
  }
  return [];
}

/** What answers requests of HTTP or gRPC comes before what speaks something else. */
function requestsFirst(ports: readonly Port[]): Port[] {
  const isOther = ({ protocol }: Port) => protocol === 'tcp' || protocol === 'udp';
  return [...ports.filter((port) => !isOther(port)), ...ports.filter(isOther)];
}

function byCode({ code, build }: Listening): FoundPort[] {
  const isWorker = build.facts.commands.some(({ value }) => WORKERS.test(value));
  const [first] = code.ports.filter(({ at }) => !(isWorker && SERVER_SETTINGS.test(at[0].file)));
  return first ? [{ port: Number(first.value), transport: 'tcp', word: first }] : [];
}

/** Programs that work off what a server beside them takes in, and read none of its settings. */
const WORKERS = /\b(?:sidekiq|resque|good_job|solid_queue|delayed_job|celery|rqworker|dramatiq)\b/;

/** Ports of metrics come last: nobody sends requests there. Each port once. */
function ordered(ports: readonly FoundPort[]): FoundPort[] {
  const once = firstOfEach(ports, ({ port, transport }) => `${port}/${transport}`);
  return [...once.filter(({ port }) => !METRICS.has(port)), ...once.filter(({ port }) => METRICS.has(port))];
}

const METRICS = new Set([9090, 9091, 9100, 9102, 9464]);

/** Ports that are known for a protocol which is not HTTP. (IANA, "Service Name and Transport Protocol Port Number Registry") */
const TCP = new Set([
  ...[21, 22, 25, 53, 110, 143, 389, 465, 587, 636, 993, 995, 1025, 1433, 1521, 1883, 2222, 3306, 4190, 5432, 5671],
  ...[5672, 6379, 8883, 9000, 9092, 11211, 24224, 27017],
]);

/** Names of variables that say what is spoken at a port of the program's own. */
const SPOKEN: readonly (readonly [RegExp, 'grpc' | 'tcp'])[] = [
  [/^(?:\w{0,60}_)?GRPC_(?:SERVER_|LISTEN_)?PORT$/, 'grpc'],
  [
    /^(?:\w{0,60}_)?(?:LDAPS?|SMTPS?|IMAPS?|POP3S?|MQTTS?|AMQPS?|STOMP|FTP|SSH|DNS|SYSLOG)_(?:SERVER_|LISTEN_)?PORT$/,
    'tcp',
  ],
];

/** What the one variable of the image that has the port for its value says by its name; null where it says nothing, several have it, or it is another program's. */
function spokenAt({ build: { facts, compose } }: Listening, port: number): 'grpc' | 'tcp' | null {
  const all = new Map([...facts.variables, ...(compose?.environment ?? [])]);
  const [name, ...more] = [...all].flatMap(([key, { value }]) => (value === String(port) ? [key] : []));
  if (name === undefined || more.length > 0) return null;
  const protocol = SPOKEN.find(([pattern]) => pattern.test(name))?.[1];
  const stem = name.replace(/(?:SERVER_|LISTEN_)?PORT$/, '');
  const isOfOther = [...all.keys()].some(
    (key) => /(?:HOST|HOSTNAME|ADDR|ADDRESS|URL|ENDPOINT)$/.test(key) && isBeside(key, stem),
  );
  return protocol !== undefined && !isOfOther ? protocol : null;
}

/** Whether a variable is for the same as one whose name begins so: `ORDERS_HOST` beside `ORDERS_GRPC_`. */
function isBeside(name: string, stem: string): boolean {
  const prefix = stem.replace(/[A-Z0-9]{1,20}_$/, '');
  return name.startsWith(stem) || (prefix !== '' && name.startsWith(prefix));
}

function portOf(listening: Listening, { port, transport, word }: FoundPort, isOneOfMany: boolean): Port {
  const { snapshot, code } = listening;
  const grpc = code.grpcServer && !code.httpServer ? code.grpcServer : null;
  const because = cite(snapshot, word);
  if (transport === 'udp') return { port, protocol: 'udp', because };
  const spoken = isOneOfMany || !code.httpServer ? spokenAt(listening, port) : null;
  if (spoken !== null) return { port, protocol: spoken, because };
  if (grpc) return { port, protocol: 'grpc', because: [...because, ...cite(snapshot, grpc)] };
  if (port === 50051) return { port, protocol: 'grpc', because };
  return { port, protocol: TCP.has(port) && !code.httpServer ? 'tcp' : 'http', because };
}
