import { jsonDocument } from '../../domain/json-text.ts';
import type { Conversation } from '../../domain/model.ts';
import { printable } from '../../domain/paint.ts';

/** All that a model would be told, as it would be sent: what every one is told, the tool, and the message. */
export function renderPrompt({ instructions, tool, turns }: Conversation, digest: string): string {
  const messages = turns.map(({ text }) => `# Message\n\n${text}\n`);
  return [
    `# Instructions (the same for every repository; prompt digest ${digest})\n\n${instructions}\n`,
    `# Tool: ${tool.name}\n\n${tool.description}\n\n${JSON.stringify(tool.input, null, 2)}\n\n`,
    ...messages,
  ]
    .map(printable)
    .join('');
}

/** The same as data. */
export function promptJson(conversation: Conversation, digest: string, notes: readonly string[]): string {
  return jsonDocument({ promptDigest: digest, notes, conversation });
}
