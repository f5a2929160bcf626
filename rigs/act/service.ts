import { appendFile } from 'node:fs/promises';
import { z } from 'zod';
import { RigError } from './error.ts';
import { STAND_INS } from './services.ts';
import { standInAt, standInFolder, startStandIn } from './stand-in.ts';

const Kind = z.enum(STAND_INS);

/**
 * What the steps of services.ts run: `start` begins the server that RIG_KIND, RIG_PORT, RIG_FOLDER and the container's own environment (SERVICE_…) describe
 * and outputs its folder; `stop` ends the one in RIG_FOLDER.
 */
async function main([command]: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const folder = environment.RIG_FOLDER ?? '';
  if (command === 'start') await start(folder, environment);
  else if (folder !== '') await standInAt(folder)[Symbol.asyncDispose]();
}

async function start(parent: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const kind = Kind.parse(environment.RIG_KIND);
  const folder = await standInFolder(kind, parent);
  await appendFile(environment.GITHUB_OUTPUT ?? '', `folder=${folder}\n`);
  const port = Number(environment.RIG_PORT);
  const { version } = await startStandIn(kind, { folder, port, environment: containerEnvironment(environment) });
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
