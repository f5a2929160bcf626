import { mkdirSync } from 'node:fs';
import { ActionError } from '../../domain/errors.ts';
import type { LocalModel } from '../../domain/local-model.ts';
import type { Model } from '../../domain/model.ts';
import { clauseFor, codeOf } from '../fault.ts';
import { diskFault } from './disk.ts';
import type { RunningModel, Starting } from './running.ts';
import { type LocalServer, said } from './server.ts';

/** Brings what is missing and starts a model on this machine. Throws the codes that begin with `LOCAL_MODEL_`, CHECKSUM_MISMATCH, DEADLINE_EXCEEDED. */
export async function startLocalModel(model: LocalModel, starting: Starting): Promise<RunningModel> {
  try {
    mkdirSync(starting.folder, { recursive: true });
    switch (model.runtime) {
      case 'ollama':
        return await (await import('./ollama.ts')).startOllama(model, starting);
      case 'llama-server':
        return await (await import('./llama-server.ts')).startLlama(model, starting);
    }
  } catch (thrown) {
    throw asFault(starting.folder, thrown);
  }
}

function asFault(folder: string, thrown: unknown): unknown {
  if (thrown instanceof ActionError || codeOf(thrown) === undefined) return thrown;
  const message = `The folder for models, ${folder}, ${clauseFor(thrown)}.`;
  return diskFault(thrown) ?? new ActionError('LOCAL_MODEL_FAILED', message, { cause: thrown });
}

/** The same model; where its server has ended meanwhile, that is what is said, and not that nobody listens. */
export function servedModel(model: Model, server: LocalServer): Model {
  return {
    reply: async (conversation, signal) => {
      try {
        return await model.reply(conversation, signal);
      } catch (thrown) {
        const ended = server.ended();
        if (ended === null) throw thrown;
        const message = `The server of the model ${ended} before it had answered${await said(server)}.`;
        throw new ActionError('LOCAL_MODEL_FAILED', message, { cause: thrown });
      }
    },
  };
}
