import { appendFile, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { RigError } from './error.ts';
import { Postgres } from './postgres.ts';

/**
 * What the steps of services.ts run: `start` begins the database that RIG_PORT, RIG_FOLDER and the container's own environment (SERVICE_…) describe
 * and outputs its folder; `stop` ends the one in RIG_FOLDER.
 */
async function main([command]: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const folder = environment.RIG_FOLDER ?? '';
  if (command === 'start') await start(folder, environment);
  else if (folder !== '') await Postgres.at(folder)[Symbol.asyncDispose]();
}

async function start(parent: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const folder = await mkdtemp(join(parent, 'postgres-'));
  await appendFile(environment.GITHUB_OUTPUT ?? '', `folder=${folder}\n`);
  const port = Number(environment.RIG_PORT);
  const { version } = await Postgres.start({ folder, port, environment: containerEnvironment(environment) });
  console.log(`${version} listens on localhost:${port} in place of ${environment.RIG_IMAGE}`);
}

function containerEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  const own = Object.entries(environment).filter(([key]) => key.startsWith('SERVICE_'));
  return Object.fromEntries(own.map(([key, value]) => [key.slice('SERVICE_'.length), value ?? '']));
}

try {
  await main(process.argv.slice(2), process.env);
} catch (cause) {
  if (!(cause instanceof RigError)) throw cause;
  console.log(`::error::${cause.code}: ${cause.message}`);
  process.exitCode = 1;
}
