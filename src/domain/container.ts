import { trimEnd } from './trim-end.ts';

/** An option of `docker create`, by its long name, with its value; null for one that takes none. */
export type DockerOption = readonly [name: string, value: string | null];

/** How a server runs beside the tests, as far as GitHub can be told. */
export interface ContainerSettings {
  /** With its tag or digest. */
  readonly image: string;
  /** `8080:80`, `127.0.0.1:8080:80/udp`, `7000-7005:7000-7005`: of the machine, then of the container. */
  readonly ports: readonly string[];
  readonly options: readonly DockerOption[];
  /** What is started in place of the image's own program; null where that stays. */
  readonly entrypoint: string | null;
  /** What that is told in place of what the image tells it; null where that stays. */
  readonly command: string | null;
}

/** How the repository runs a server; the image is null where only its kind is known. */
export interface NeedContainer extends Omit<ContainerSettings, 'image'> {
  readonly image: string | null;
}

/** An address, a port or several of the machine, and of the container. (docs.docker.com, "docker container run", "Publish or expose port") */
const PORT =
  /^(?:(?:\d{1,3}(?:\.\d{1,3}){3}):)?(\d{1,5})(?:-(\d{1,5}))?:(\d{1,5})(?:-\d{1,5})?(?:\/(?:tcp|udp|sctp))?$/;

/** Whether that is how both ports are written. */
export function isPublished(port: string): boolean {
  return PORT.test(port);
}

interface Range {
  readonly first: number;
  readonly last: number;
  /** The port of the container that the first one stands for. */
  readonly inner: number;
}

function rangesOf(ports: readonly string[]): Range[] {
  return ports.flatMap((port) => {
    const [, first, last = first, inner] = PORT.exec(port) ?? [];
    return first === undefined ? [] : [{ first: Number(first), last: Number(last), inner: Number(inner) }];
  });
}

/** The port of the machine that stands for one of the container; undefined where none does. */
export function hostPortOf(ports: readonly string[], container: string): string | undefined {
  const found = rangesOf(ports)
    .map(({ first, last, inner }) => ({ at: first + Number(container) - inner, first, last }))
    .find(({ at, first, last }) => at >= first && at <= last);
  return found && String(found.at);
}

/** Whether a port of the machine is one of those that are published. */
export function isHostPort(ports: readonly string[], host: string): boolean {
  return rangesOf(ports).some(({ first, last }) => Number(host) >= first && Number(host) <= last);
}

/** Whether two containers want the same port of the machine. */
export function areInEachOthersWay(one: readonly string[], other: readonly string[]): boolean {
  const others = rangesOf(other);
  return rangesOf(one).some((own) => others.some(({ first, last }) => own.first <= last && first <= own.last));
}

/**
 * A word of the line that the runner starts Docker with: only double quotes hold it together, and a backslash counts where a double quote
 * stands behind it. (learn.microsoft.com, "ProcessStartInfo.Arguments")
 */
export function dockerWord(word: string): string {
  if (/^[^\s"']+$/.test(word)) return word;
  const parts = word.split('"').map((part) => part + part.slice(trimEnd(part, '\\').length));
  return `"${parts.join(String.raw`\"`)}"`;
}
