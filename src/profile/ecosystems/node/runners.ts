import type { Command } from '../../../domain/profile.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { isMapping } from '../../formats/manifest.ts';
import { firstMatch } from '../../lines.ts';
import { baseName, directoryOf, isWithin, joinPath, relativeTo } from '../../paths.ts';
import { dependencyPath } from './dependencies.ts';
import { fileBeside, type Place, programCommand } from './place.ts';
import { scriptBody } from './scripts.ts';
import { ownSource } from './sources.ts';

interface Runner {
  readonly dependency: string;
  /** What is typed to run every test once. */
  readonly run: string;
}

/** Runners that find tests by themselves, in the order in which they win. */
const RUNNERS: readonly Runner[] = [
  { dependency: 'vitest', run: 'vitest run' },
  { dependency: 'jest', run: 'jest' },
  { dependency: 'ava', run: 'ava' },
  { dependency: '@playwright/test', run: 'playwright test' },
];

/** Runners that must be told what to run: without a script nobody knows. */
const OTHERS = [
  'mocha tap tape jasmine karma uvu qunit cypress testcafe react-scripts @japa/runner @web/test-runner',
  '@angular/cli @vue/cli-service @wdio/cli nightwatch ember-cli web-ext lab',
].flatMap((line) => line.split(' '));

const TEST = /(?:\.(?:test|spec)\.[cm]?[jt]sx?|(?:^|\/)__tests__\/(?:.*\/)?[^/]+\.[cm]?[jt]sx?)$/;

/** Names of scripts that run the same tests in another way. */
const SAME_TESTS =
  /^(?:pre|post)?test$|watch|cov|debug|inspect|update|snap|(?:^|[:-])(?:ui|dev|ci|once|run|unit|changed|report)(?:$|[:-])/i;

/** The script that starts the runner of a package under a name of its own: its tests need more than the runner. */
export function ownRunner({ manifest }: Place): string | null {
  const runner = RUNNERS.find(({ dependency }) => dependencyPath(manifest, dependency));
  if (!runner) return null;
  const calls = new RegExp(`(?:^|[\\s/&|;(])${runner.run.split(' ', 1)[0]}(?![\\w./-])`);
  const names = manifest.keys(['scripts']).filter((name) => calls.test(scriptBody(manifest, name) ?? ''));
  return names.every((name) => !SAME_TESTS.test(name)) ? (names[0] ?? null) : null;
}

/** Tests that no script runs: by the runner that is installed, else by the one that Node or Bun brings. (detection.md, rows of Node) */
export function runTests(place: Place): Command[] {
  const { manifest, project } = place;
  for (const { dependency, run } of RUNNERS) {
    const path = dependencyPath(manifest, dependency);
    const file = path && ownSource(place, (source) => TEST.test(source));
    if (path && file)
      return [programCommand(place, run + settingsOf(place, run), [{ file, line: 1 }, manifest.evidence(path)])];
    if (path) return [];
  }
  if (OTHERS.some((name) => dependencyPath(manifest, name)) || isMapping(manifest.at(['jest']))) return [];
  const isBun = project.choice.manager === 'bun';
  const own = isBun ? /\.test\.[jt]sx?$/ : /\.test\.[cm]?js$/;
  const file = ownSource(place, (source) => own.test(source));
  if (file === null) return [];
  const directory = directoryOf(manifest.file);
  return [{ run: isBun ? 'bun test' : 'node --test', directory, because: [{ file, line: 1 }] }];
}

/** What tells Playwright where its settings are, which it looks for beside the package alone. */
function settingsOf(place: Place, run: string): string {
  if (run !== 'playwright test' || fileBeside(place, PLAYWRIGHT_CONFIG) !== null) return '';
  const below = ownSource(place, (path) => PLAYWRIGHT_CONFIG.test(baseName(path)));
  return below === null ? '' : ` --config=${relativeTo(directoryOf(place.manifest.file), below)}`;
}

/** Whether a script is Jest alone, which fails where it finds no test, and there is none below the folder that package.json gives it. */
export function jestFindsNone(place: Place, body: string): boolean {
  const { manifest } = place;
  const written = manifest.at(['jest']);
  const isAlone = /^jest(?:\s+--?(?!-|passWithNoTests|config|c\b|projects|rootDir)[\w=-]+)*$/.test(body.trim());
  if (!isMapping(written) || !isAlone || OWN_CHOICE.some((key) => Object.hasOwn(written, key))) return false;
  const patterns = JSON.stringify([written.testRegex, written.testMatch]);
  if (patterns !== '[null,null]' && !/test|spec/.test(patterns)) return false;
  const below = (manifest.text(['jest', 'rootDir']) ?? '.').replace('<rootDir>', '.');
  const root = joinPath(directoryOf(manifest.file), below);
  return root !== null && ownSource(place, (path) => isWithin(root, path) && ANY_TEST.test(path)) === null;
}

/** Settings by which Jest looks elsewhere. */
const OWN_CHOICE = ['projects', 'roots', 'preset', 'passWithNoTests'];
const ANY_TEST =
  /(?:^|[._-])(?:test|spec)s?\.[cm]?[jt]sx?$|(?:^|\/)(?:__tests__|tests?)\/(?:.*\/)?[^/]+\.[cm]?[jt]sx?$/;

/** The settings that a call of Playwright names, else those beside the package. */
function playwrightConfig(place: Place, text: string): string | null {
  const [, named] =
    /\bplaywright\s+test\b[^&|;\n]{0,200}\s(?:--config|-c)[=\s]\s{0,8}["']?([\w./-]{1,200})/.exec(text) ?? [];
  return named === undefined ? fileBeside(place, PLAYWRIGHT_CONFIG) : joinPath(directoryOf(place.manifest.file), named);
}

const PLAYWRIGHT_CONFIG = /^playwright(-ct)?\.config\.[cm]?[jt]s$/;

/** The setting that starts the application; the template of Playwright has it in a comment. */
const WEB_SERVER = /^(?!\s*(?:\/\/|\/?\*)).*\bwebServer\b/;

/** Why tests in a browser cannot run by themselves; null where they can. The tests of components bring what they show. */
export function missingServer(place: Place, text: string): string | null {
  const { manifest, project } = place;
  const isServed = /\b(?:start-server-and-test|start-test|wait-on|concurrently|with-server)\b|--component\b/.test(text);
  if (isServed) return null;
  if (/\bcypress\s+run\b/.test(text)) return 'nothing starts the application that Cypress opens';
  if (!/\bplaywright\s+test\b/.test(text)) return null;
  if (manifest.keys(['devDependencies']).some((name) => name.startsWith('@playwright/experimental-ct'))) return null;
  const config = playwrightConfig(place, text);
  const settings = config === null ? null : project.snapshot.text(config);
  if (settings === null || firstMatch(settings, WEB_SERVER)) return null;
  return `${config} has no webServer`;
}

/** Playwright's browsers are no dependency of any package: they are brought for the tests alone. */
export function browsers(place: Place, text: string): Command[] {
  const { manifest } = place;
  const test = dependencyPath(manifest, '@playwright/test');
  const path = /\bplaywright\s+test\b/.test(text) ? test : null;
  const byVitest = /\bvitest\b/.test(text) && runsInBrowsers(manifest);
  const used = path ?? (byVitest ? (dependencyPath(manifest, 'playwright') ?? test) : null);
  return used ? [programCommand(place, INSTALL_BROWSERS, [manifest.evidence(used)])] : [];
}

/** Vitest opens them by a package of its own since 4, by Playwright beside its mode for browsers before. (vitest.dev, "Browser Mode") */
function runsInBrowsers(manifest: Manifest): boolean {
  return ['@vitest/browser-playwright', '@vitest/browser'].some((name) => dependencyPath(manifest, name) !== null);
}

const INSTALL_BROWSERS = 'playwright install --with-deps';

/** Whether a command is what `browsers` gives. */
export function isBrowsers({ run }: Command): boolean {
  return run.endsWith(INSTALL_BROWSERS);
}
