import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../act/folder.ts';
import { freePort, type Gateway, gatewayAt, settingsFile, startProgram } from './gateway.ts';

/** The gateway of @musistudio/llms in front of a provider that is spoken to by chat completions; it asks for no key. */
export async function startMusistudio(
  provider: string,
  models: readonly string[],
  signal: AbortSignal,
): Promise<Gateway> {
  const stack = new AsyncDisposableStack();
  const folder = stack.use(await temporaryFolder());
  const port = await freePort();
  const api_base_url = `${provider}/v1/chat/completions`;
  const providers = [{ name: 'mock', api_base_url, api_key: 'sk-of-the-provider', models }];
  const settings = { HOST: '127.0.0.1', PORT: port, LOG: false, providers };
  const program = await startProgram(
    {
      command: process.execPath,
      args: [
        fileURLToPath(new URL('musistudio-server.cjs', import.meta.url)),
        await settingsFile(folder.path, 'config.json', settings),
      ],
      environment: {},
      folder: folder.path,
      alive: '/',
      port,
    },
    signal,
  );
  stack.use(program);
  return gatewayAt(port, stack, { key: 'sk-of-nobody', nameOf: (model) => `mock,${model}` });
}
