// The program of the thread that a model is asked in. Of the two protocols it loads the one that it speaks.

import type { ModelSetting, Told } from '../clients/models/setting.ts';
import { toldOf } from '../clients/models/told.ts';
import type { Conversation } from '../domain/model.ts';

/** Never rejects for what it knows: a fault is told as data. */
export default function reply(conversation: Conversation, setting: ModelSetting): Promise<Told> {
  return toldOf(async () => {
    switch (setting.access.provider) {
      case 'anthropic':
        return (await import('../clients/models/anthropic.ts')).askAnthropic(conversation, setting);
      case 'openai':
        return (await import('../clients/models/openai.ts')).askOpenai(conversation, setting);
    }
  });
}
