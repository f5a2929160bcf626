import type { Sourced } from '../../../domain/evidence.ts';
import { firstOfEach } from '../../../domain/grouped.ts';
import type { SetUpInput } from '../../../domain/set-up-input.ts';
import { jobsOf } from '../../ci/jobs.ts';
import { inRun } from '../../ci/matrix.ts';
import { readCiSteps } from '../../ci/steps.ts';
import { isTestOf } from '../../harvest/before/settings.ts';
import type { PhpPackage } from './package.ts';

/** An input that jobs which run tests in the package's folder tell the action that sets PHP up, in the first run of their matrix; empty where it is not there. */
export function inputOfTests({ snapshot, directory }: PhpPackage, name: string): Sourced<string>[] {
  const steps = readCiSteps(snapshot, /setup-php/).filter(({ isUsual, system }) => isUsual && system !== 'macos');
  const testing = jobsOf(steps).filter((job) =>
    job.some((step) => step.directory === directory && step.script.some(({ text }) => isTestOf('php', text.trim()))),
  );
  const setUps = testing.flatMap((job) => job.filter(({ uses }) => uses === 'shivammathur/setup-php'));
  return setUps.map(({ inputs, runs: [run = new Map()], file, line }) => ({
    value: inRun(inputs.get(name) ?? '', run) ?? '',
    because: [snapshot.evidence(file, line)],
  }));
}

/** How those jobs configure PHP, and what the first of them measures with. (shivammathur/setup-php, "ini-values", "coverage") */
export function inputsOf(php: PhpPackage): SetUpInput[] {
  const settings = inputOfTests(php, 'ini-values').flatMap(({ value, because }) =>
    settingsIn(value).map((setting) => ({ setting, because })),
  );
  const once = firstOfEach(settings, ({ setting }) => setting.split('=', 1)[0] ?? '');
  const [first] = once;
  const ini: SetUpInput[] = first
    ? [{ name: 'ini-values', value: once.map(({ setting }) => setting).join(', '), because: first.because }]
    : [];
  const [driver] = inputOfTests(php, 'coverage');
  return driver && DRIVER.test(driver.value) ? [...ini, { name: 'coverage', ...driver }] : ini;
}

const DRIVER = /^(?:xdebug[23]?|pcov)$/;

/** Settings of PHP itself and of what comes with it; others may hold anything, a secret among them. (php.net, "List of php.ini directives") */
const SETTING =
  /^(?:(?:memory_limit|error_reporting|display_errors|display_startup_errors|log_errors|html_errors|max_execution_time|max_input_vars|precision|serialize_precision|default_charset|short_open_tag|variables_order|upload_max_filesize|post_max_size|allow_url_fopen|register_argc_argv|output_buffering|realpath_cache_(?:size|ttl))|(?:date|zend|assert|opcache|apc|apcu|xdebug|pcov|phar|mbstring|pcre|intl)\.[a-z_.]{1,40})=(?:[\w./+-]{1,60}|[A-Z_]{1,30}(?: ?[&|^] ?~?[A-Z_]{1,30}){1,8}|"[\w ,./&~|^+-]{1,80}")$/;

/** More is nobody's. */
const MOST_SETTINGS = 30;

/** What stands in quotes may have a comma in it. */
function settingsIn(value: string): string[] {
  const written = value.split(/,\s{0,40}(?=[a-z_.]{1,60}=)/).map((setting) => setting.trim());
  return written.filter((setting) => SETTING.test(setting)).slice(0, MOST_SETTINGS);
}
