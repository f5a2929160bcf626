import { join } from 'node:path';
import { type Machine, program } from './stage.ts';

/** A stand-in for `llama-server` that is healthy, and does `what` with a question, in JavaScript over `request` and `response`. */
export function standIn({ bin }: Pick<Machine, 'bin'>, what: string): void {
  program(
    join(bin, 'llama-server'),
    `#!${process.execPath}
const { createServer } = require('node:http');
const port = process.argv[process.argv.indexOf('--port') + 1];
createServer((request, response) => {
  if (request.url === '/health') return response.end('{"status":"ok"}');
  request.resume().on('end', () => { ${what} });
}).listen(Number(port), '127.0.0.1');
`,
  );
}

/** Answers that the Go code is to be linted. */
export const ANSWERS = `
  const lint = { kind: 'check', for: { ecosystem: 'go' }, check: 'lint', ensure: true };
  const content = JSON.stringify({ intents: [lint], questions: [], refused: [] });
  const message = { role: 'assistant', content };
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ id: 'x', object: 'chat.completion', choices: [{ index: 0, finish_reason: 'stop', message }] }));
`;

/** Begins an answer, and is killed as by a machine without memory. */
export const DIES_HALF_WAY = `
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"choices":[{"message":', () => {
    process.stderr.write('ggml_backend_cpu_buffer: failed to allocate\\n', () => process.kill(process.pid, 'SIGKILL'));
  });
`;

/** Kills the program that started it, and stays. */
export const KILLS_US = "process.kill(process.ppid, 'SIGKILL');";
