import type { Manifest } from '../../formats/manifest.ts';
import { callsRemovedLint } from './next.ts';
import { COMMAND } from './script-words.ts';

/** Longer scripts are cut: nobody writes them by hand, and patterns must not take long on them. */
const LONGEST = 2_000;

/** The text of a script; null where there is none. */
export function scriptBody(manifest: Manifest, name: string): string | null {
  return manifest.text(['scripts', name])?.slice(0, LONGEST) ?? null;
}

/** A command whose program is named by its path among the installed packages, by the name alone. */
export function byName(run: string): string {
  return run.replace(
    /^(?:node )?(?:\.\/)?node_modules\/(?:\.bin|(?:@[\w.-]{1,60}\/)?[\w.-]{1,60}\/bin)\/([\w-]{1,60})(?:\.[cm]?js)?(?=\s|$)/,
    '$1',
  );
}

/** The first of these scripts that continuous integration can run: it does something, ends by itself, and asks nobody. */
export function usableScript(manifest: Manifest, names: readonly string[]): string | null {
  return names.find((name) => isUsable(manifest, name)) ?? null;
}

/** npm's placeholder, and other scripts that only print or end. */
const DOES_NOTHING =
  /^\s*(?:echo\b(?:\s+(?:"[^"]*"|'[^']*'|[^\s&|;"']+))*\s*)?(?:1?>&2\s*)?(?:(?:&&|;|\|\|)\s*)?(?:exit(?:\s+\d+)?|true|:)?\s*$|no test specified/i;
const WATCHES =
  /(?:^|\s)--watch(?:-?all)?(?:=true)?(?!\S)|\bvitest\s+(?:watch|dev)\b|\b(?:nodemon|tsc-watch|watchexec|chokidar)\b|\b(?:tsc|vue-tsc|mocha|ava|tsup|webpack|rollup)\b[^&|;\n]*\s-w(?!\S)|\bparcel\s+watch\b/i;
const ASKS =
  /\bcypress\s+open\b|\b(?:playwright|vitest)\b[^&|;\n]*\s--(?:ui|debug)(?!\S)|--inspect-brk|(?:^|\s)--interactive(?!\S)|\bread\s+-p\b/;
const CONTAINERS = /\bdocker-compose\b|\b(?:docker|podman)\s+(?:compose|run|build|buildx|exec|start|stack)\b/;

const OTHER_TOOLS = [
  ...['php', 'composer', 'python3?', 'pytest', 'tox', 'poetry', 'pipenv', 'bundle', 'rake', 'rspec', 'cargo'],
  ...['mvn', 'gradle', 'dotnet', 'sbt', 'go[^\\S\\n]+(?:build|generate|run|test|vet)'],
  ...['(?:\\.{1,2}/)*(?:mvnw|gradlew|artisan|vendor/bin/[\\w-]+|bin/(?:rails|rake|rspec))'],
].join('|');
/** The tools of other ecosystems, which a job for this one does not set up: what they check is another unit's. */
const FOREIGN = new RegExp(`${COMMAND}(?:${OTHER_TOOLS})(?![\\w.:=-])`, 'm');

function isUsable(manifest: Manifest, name: string): boolean {
  return isUsableOnceEnding(manifest, name) && !WATCHES.test(scriptText(manifest, name));
}

/** Whether continuous integration can run a script that is known to end by itself: one that its pipelines start already. */
export function isUsableOnceEnding(manifest: Manifest, name: string): boolean {
  const body = scriptBody(manifest, name);
  if (body === null || DOES_NOTHING.test(body)) return false;
  const all = scriptText(manifest, name);
  return !ASKS.test(all) && !CONTAINERS.test(all) && !FOREIGN.test(all) && !callsRemovedLint(manifest, all);
}

/** Whether a script only prints or ends. */
export function doesNothing(manifest: Manifest, name: string): boolean {
  return DOES_NOTHING.test(scriptBody(manifest, name) ?? '');
}

/** Whether a script starts containers: then what it does cannot be done without them either. */
export function startsContainers(manifest: Manifest, name: string): boolean {
  return CONTAINERS.test(scriptText(manifest, name));
}

/** All that runs when a script is started: what npm runs before and after it, and the scripts that it calls by name. */
export function scriptText(manifest: Manifest, name: string): string {
  const seen = new Set<string>();
  const follow = (names: readonly string[]): string[] =>
    names.flatMap((one) => {
      const body = scriptBody(manifest, one);
      if (body === null || seen.has(one) || seen.size > 30) return [];
      seen.add(one);
      return [body, ...follow([`pre${one}`, `post${one}`, ...calledScripts(manifest, body)])];
    });
  return follow([name]).join('\n');
}

const CALL = /\b(?:npm|pnpm|yarn|bun)\s+(?:(?:run|run-script)\s+)?([\w:.-]+)/g;
const CALL_MANY = /\b(?:run-s|run-p|npm-run-all2?)\s+([^&|;]+)/g;

function calledScripts(manifest: Manifest, body: string): string[] {
  const single = [...body.matchAll(CALL)].map(([, name = '']) => name);
  const many = [...body.matchAll(CALL_MANY)].flatMap(([, names = '']) => names.split(/[\s"']+/));
  const groups = many.filter((name) => name.endsWith('*')).map((name) => name.replace(/\*+$/, ''));
  const grouped = manifest
    .keys(['scripts'])
    .filter((name) => groups.some((start) => start !== '' && name.startsWith(start)));
  return [...single, ...many, ...grouped];
}
