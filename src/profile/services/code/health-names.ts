/** Health routes as people name them, in the order in which they are preferred. (detection.md, "Probe") */
export const HEALTH_NAMES: readonly string[] = [
  'health',
  'healthz',
  '_health',
  '_healthz',
  'health_check',
  'health-check',
  'healthcheck',
  'health/check',
  'health/live',
  'healthz/live',
  '_health/live',
  'healthcheck/live',
  'health-check/live',
  'livez',
  'liveness',
  'readyz',
  'readiness',
  'ready',
  'alive',
  'isalive',
  'is_alive',
  'isAlive',
  'isready',
  'is_ready',
  'isReady',
  'up',
  'heartbeat',
  'ping',
];

/** Any of the names, for a pattern; the longer ones first, so that none ends in the midst of another. */
export const HEALTH_NAME = `(?:${[...HEALTH_NAMES].sort((a, b) => b.length - a.length).join('|')})`;

/** Its place in the order; below none where the path ends otherwise. */
function rankOf(path: string): number {
  const steps = path.split('/').filter((step) => step !== '');
  const whole = HEALTH_NAMES.indexOf(steps.slice(-2).join('/'));
  return whole < 0 ? HEALTH_NAMES.indexOf(steps.at(-1) ?? '') : whole;
}

/** Whether a path ends as health routes do. */
export function isHealthRoute(path: string): boolean {
  return rankOf(path) >= 0;
}

/** The better name first, those of a framework of its own before all; paths of one name as they stand. */
export function preferredRoute<T extends { readonly value: string }>(routes: readonly T[]): T | null {
  return [...routes].sort((a, b) => rankOf(a.value) - rankOf(b.value))[0] ?? null;
}
