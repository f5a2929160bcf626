/** The first and the last major version of which anybody may speak for years, and of those that stay at one major the last minor. */
const MAJORS: Readonly<Record<string, readonly [first: number, last: number, minor?: number]>> = {
  go: [1, 1, 60],
  node: [4, 40],
  deno: [1, 6],
  bun: [0, 4],
  python: [2, 3, 40],
  java: [6, 45],
  dotnet: [1, 20],
  ruby: [1, 8],
  php: [5, 12],
  elixir: [1, 1, 60],
  rust: [1, 1, 300],
  swift: [4, 12],
  terraform: [0, 3],
  postgres: [8, 40],
  mysql: [5, 15],
  mariadb: [5, 20],
  redis: [2, 20],
  valkey: [7, 25],
  mongo: [2, 20],
  rabbitmq: [3, 10],
  kafka: [0, 12],
  elasticsearch: [1, 20],
  opensearch: [1, 12],
  memcached: [1, 4],
};

/** Those of some versions that a language or a database cannot have: `Node 99`, `Go 25`. Of others nobody knows any. */
export function impossibleOf(versions: readonly string[], name: string): string[] {
  const bounds = Object.hasOwn(MAJORS, name) ? MAJORS[name] : undefined;
  return bounds === undefined ? [] : versions.filter((version) => !isWithin(version, bounds));
}

function isWithin(version: string, [first, last, minor]: readonly [number, number, number?]): boolean {
  const [, major, next] = /^(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  if (major === undefined) return true;
  if (Number(major) < first || Number(major) > last) return false;
  return minor === undefined || next === undefined || Number(next) <= minor;
}
