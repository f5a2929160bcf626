/** What a health check asks for over HTTP. */
export interface CheckedAddress {
  /** Null where the address names none. */
  readonly port: number | null;
  /** With `/` at its front, without query; null where none is written, and only the program that is called knows which it asks. */
  readonly path: string | null;
}

const ADDRESS =
  /(?:https?:\/\/)?([\w.-]{1,100}|\[::1?\]):(\d{1,5})(\/[\w./~-]{0,200})?|https?:\/\/([\w.-]{1,100}|\[::1?\])(\/[\w./~-]{0,200})?/g;

/** `${PORT:-8080}` is what stands behind it, where nobody says otherwise. */
const DEFAULT = /\$\{\w{1,60}:?-([\w.-]{1,100})\}/g;

/** A port that only the container knows. */
const UNKNOWN_PORT = /:\$(?:\w{1,60}|\{\w{1,60}\})/g;

/** What asks an address as it is written, which is `/` where that has no path. */
const ASKS_AS_WRITTEN =
  /\b(?:curl|wget|xh|https?ie|fetch|urlopen|iwr|Invoke-WebRequest)\b|\b(?:https?|requests|httpx|axios)\.\w|["']https?["']|(?:^|\s)https?\s/;

/** How a shell speaks HTTP by itself, and how Node is told an address in parts. (bash(1), "REDIRECTION"; nodejs.org, "http.request") */
const SPOKEN: readonly RegExp[] = [
  /\/dev\/tcp\/(?<host>[\w.-]{1,100})\/(?<port>\d{1,5})\b.{0,200}?\b(?:GET|HEAD)\s(?<path>\/[\w./~-]{0,200})\sHTTP\//s,
  /\brequire\(.{1,3}https?.{1,3}\)\.(?:get|request)\(\s{0,4}\{(?:\s{0,4}host(?:name)?\s{0,2}:\s{0,2}.{0,2}["'`](?<host>[\w.-]{1,100}).{0,2}["'`]\s{0,4},)?\s{0,4}port\s{0,2}:\s{0,2}(?<port>\d{1,5})\s{0,4},\s{0,4}path\s{0,2}:\s{0,2}\\?["'`](?<path>\/[\w./~-]{0,200})/,
];

/** The address of its own that a command asks (`curl -f http://localhost:8080/health`); null where it asks none over HTTP. `names` are further names of the container. */
export function checkedAddress(command: string, names: readonly string[]): CheckedAddress | null {
  const own = ownNames(names);
  const spoken = SPOKEN.map((pattern) => pattern.exec(command)?.groups).find(Boolean);
  if (spoken && own.has(spoken.host ?? 'localhost'))
    return { port: spoken.port === undefined ? null : Number(spoken.port), path: spoken.path ?? null };
  if (!/\b(curl|wget|http|fetch|healthcheck)\b|https?:\/\//.test(command)) return null;
  const text = command.replace(DEFAULT, '$1').replace(UNKNOWN_PORT, '');
  const root = ASKS_AS_WRITTEN.test(command) ? '/' : null;
  for (const [, host, port, path, plainHost, plainPath] of text.matchAll(ADDRESS)) {
    if (own.has(host ?? plainHost ?? '')) return { port: port ? Number(port) : null, path: path ?? plainPath ?? root };
  }
  return null;
}

/** What asks whether a port is open. (nc(1), -z; bash(1), "REDIRECTION") */
const OPEN =
  /\bnc\s{1,4}(?:-\w{1,8}\s{1,4}(?:\d{1,3}\s{1,4})?){1,4}([\w.-]{1,100})\s{1,4}(\d{1,5})\b|\/dev\/tcp\/([\w.-]{1,100})\/(\d{1,5})\b/;

/** The port of its own that a command asks, over HTTP or not at all; null where it asks none. */
export function checkedPort(command: string, names: readonly string[]): number | null {
  const address = checkedAddress(command, names);
  if (address !== null) return address.port;
  const [, host, port, plainHost, plainPort] = OPEN.exec(command.replace(DEFAULT, '$1')) ?? [];
  return ownNames(names).has(host ?? plainHost ?? '') ? Number(port ?? plainPort) : null;
}

function ownNames(names: readonly string[]): ReadonlySet<string> {
  return new Set(['localhost', '127.0.0.1', '0.0.0.0', '[::1]', '[::]', ...names]);
}
