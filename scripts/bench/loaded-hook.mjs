// Notes each file that a process and its threads load, one URL a line, in the file that LOADED_FILES names. node --import loaded-hook.mjs …
import { appendFileSync } from 'node:fs';
import { registerHooks, syncBuiltinESMExports } from 'node:module';
import threads from 'node:worker_threads';

const { LOADED_FILES } = process.env;

registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith('file:')) appendFileSync(LOADED_FILES, `${url}\n`);
    return nextLoad(url, context);
  },
});

/** A thread that is started with nothing of the environment notes what it loads all the same. */
threads.Worker = class extends threads.Worker {
  constructor(file, options = {}) {
    super(file, { ...options, env: { ...options.env, LOADED_FILES }, execArgv: ['--import', import.meta.url] });
  }
};
syncBuiltinESMExports();
