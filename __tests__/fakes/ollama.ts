import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The one blob of the model that the library has. */
export const LAYER = { text: 'weights', sha256: createHash('sha256').update('weights').digest('hex') };

export const MANIFEST_DIGEST = 'ab'.repeat(32);

/**
 * A folder with a program that speaks as Ollama does, as far as we ask it: `--version`, `serve`, which models it has, and pulling. It has the
 * model whose blob lies in OLLAMA_MODELS. `refusal`: what a pull ends with. It leaves what it saw in `folder`.
 */
export function fakeOllama(folder: string, refusal: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const path = join(bin, 'ollama');
  writeFileSync(
    path,
    `#!${process.execPath}
const { appendFileSync, existsSync, mkdirSync, writeFileSync } = require('node:fs');
const { createServer } = require('node:http');
if (process.argv[2] === '--version') {
  console.log('Warning: could not connect to a running Ollama instance\\nWarning: client version is 0.32.15');
  process.exit();
}
const models = process.env.OLLAMA_MODELS;
const blob = models + '/blobs/sha256-${LAYER.sha256}';
writeFileSync(${JSON.stringify(join(folder, 'environment'))}, JSON.stringify(process.env));
const answers = {
  '/api/version': () => '{"version":"0.32.15"}',
  '/api/tags': () => JSON.stringify({ models: existsSync(blob) ? [{ name: 'small:1b', digest: '${MANIFEST_DIGEST}' }] : [] }),
  '/api/pull': () => {
    appendFileSync(${JSON.stringify(join(folder, 'pulls'))}, '.');
    const refusal = ${JSON.stringify(refusal)};
    if (refusal !== '') return JSON.stringify({ status: 'pulling manifest' }) + '\\n' + JSON.stringify({ error: refusal }) + '\\n';
    mkdirSync(models + '/blobs', { recursive: true });
    writeFileSync(blob, ${JSON.stringify(LAYER.text)});
    return '{"status":"pulling manifest"}\\n{"status":"success"}\\n';
  },
};
const [host, port] = process.env.OLLAMA_HOST.split(':');
createServer((request, response) => request.resume().on('end', () => response.end(answers[request.url]()))).listen(Number(port), host);
`,
  );
  chmodSync(path, 0o755);
  return bin;
}
