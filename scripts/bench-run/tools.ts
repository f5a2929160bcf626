import { delimiter, join } from 'node:path';
import { jobEnvironment } from '../../rigs/act/environment.ts';
import type { Demand } from './demands.ts';
import { type Places, provide } from './provide.ts';

/** All tools of a job. */
export interface Tools {
  /** The folder of each program. */
  readonly programs: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  /** Those that are not what was asked for. */
  readonly instead: readonly string[];
}

/** The tools of a job, or why it has not all of them here. */
export function toolsOf(demands: readonly Demand[], places: Places): Tools | string {
  const all = demands.map((demand) => provide(demand, places));
  const lacking = all.flatMap((one) => ('missing' in one ? [one.missing] : []));
  if (lacking.length > 0) return [...new Set(lacking)].join('; ');
  const here = all.flatMap((one) => ('missing' in one ? [] : [one]));
  const programs: Readonly<Record<string, string>> = Object.assign({}, ...here.map(({ folders }) => folders));
  return {
    programs,
    environment: Object.assign(pythonOfUv(programs), ...here.map(({ environment }) => environment)),
    instead: here.flatMap(({ instead }) => (instead === '' ? [] : [instead])),
  };
}

/** uv looks for a Python by itself, and no step puts one on PATH for it. Where another program calls a uv of its own, that one must not be told. */
function pythonOfUv({ uv, python3 }: Readonly<Record<string, string>>): Record<string, string> {
  return uv === undefined || python3 === undefined ? {} : { UV_PYTHON: join(python3, 'python3') };
}

/** The whole environment of commands that are run without act, as a runner gives it. */
export function environmentWith(tools: Tools, shared: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const folders = [...new Set(Object.values(tools.programs))];
  return {
    ...{ ...jobEnvironment(process.env), CI: 'true', GITHUB_ACTIONS: 'true' },
    ...{ ...shared, ...tools.environment },
    PATH: [...folders, shared.PATH].join(delimiter),
  };
}
