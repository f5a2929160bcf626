import { DJANGO } from './django.ts';
import { dotenvSettings } from './dotenv.ts';
import { ECTO } from './ecto.ts';
import type { Framework, FrameworkQuery } from './framework.ts';
import { LARAVEL } from './laravel.ts';
import { RAILS } from './rails.ts';
import type { ServerSettings } from './server-settings.ts';
import { SPRING } from './spring.ts';
import { SQLX } from './sqlx.ts';

/** Those whose settings are read. */
export const FRAMEWORKS: readonly Framework[] = [RAILS, ECTO, DJANGO, SPRING, LARAVEL, SQLX];

/** Globs of the files that they read. */
export const SETTINGS_READS = FRAMEWORKS.flatMap(({ reads }) => reads);

/** What the settings that a unit's tests run with say of servers. */
export function serverSettings(query: FrameworkQuery): readonly ServerSettings[] {
  const { ecosystem, commands } = query.draft;
  if (commands.test.length === 0) return [];
  const own = ecosystem === 'kotlin' ? 'java' : ecosystem;
  const files = dotenvSettings(query);
  const isInFile = ({ url }: ServerSettings) =>
    url?.value === null && files.some((file) => file.url?.variable === url.variable && file.isExample !== true);
  const found = FRAMEWORKS.filter((framework) => framework.ecosystem === own).flatMap(({ find }) => find(query));
  // What only a variable tells, a file of variables tells better.
  return [...found.filter((settings) => !isInFile(settings)), ...files];
}
