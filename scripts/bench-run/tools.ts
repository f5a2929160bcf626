import { delimiter } from 'node:path';
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
  return {
    programs: Object.assign({}, ...here.map(({ folders }) => folders)),
    environment: Object.assign({}, ...here.map(({ environment }) => environment)),
    instead: here.flatMap(({ instead }) => (instead === '' ? [] : [instead])),
  };
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
