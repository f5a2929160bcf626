import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../act/folder.ts';
import { freePort, type Gateway, gatewayAt, settingsFile, startProgram } from './gateway.ts';

/** `tools/install.sh litellm` brings it. */
const PROGRAM = fileURLToPath(new URL('../../.tools/bin/litellm', import.meta.url));

/** LiteLLM in front of a provider that is spoken to by chat completions. */
export async function startLiteLlm(provider: string, signal: AbortSignal): Promise<Gateway> {
  const stack = new AsyncDisposableStack();
  const folder = stack.use(await temporaryFolder());
  const port = await freePort();
  const key = `sk-${randomUUID()}`;
  const settings = {
    model_list: [
      {
        model_name: '*',
        litellm_params: { model: 'openai/*', api_base: `${provider}/v1`, api_key: 'sk-of-the-provider' },
      },
    ],
    // What is asked again, and when, is ours to decide.
    litellm_settings: { num_retries: 0, telemetry: false },
    router_settings: { num_retries: 0, disable_cooldowns: true },
  };
  const config = await settingsFile(folder.path, 'config.yaml', settings);
  const program = await startProgram(
    {
      command: PROGRAM,
      args: ['--config', config, '--host', '127.0.0.1', '--port', String(port)],
      environment: { LITELLM_MASTER_KEY: key, LITELLM_LOCAL_MODEL_COST_MAP: 'True', NO_PROXY: '127.0.0.1' },
      folder: folder.path,
      alive: '/health/liveliness',
      port,
    },
    signal,
  );
  stack.use(program);
  return gatewayAt(port, stack, { key, nameOf: (model) => model });
}
