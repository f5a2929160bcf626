import { isDeepStrictEqual } from 'node:util';
import type { ToolCall } from '../../domain/model.ts';
import { TOOL } from './tool.ts';

/** What is wrong with calls before they are read; null where our tool alone is called, and with the same each time. */
export function faultOfCalls(calls: readonly ToolCall[]): string | null {
  const [first] = calls;
  if (first === undefined) return NO_CALL;
  if (calls.some(({ input }) => !isDeepStrictEqual(input, first.input))) return TWO_CALLS;
  const wrong = calls.find(({ name }) => name !== TOOL.name);
  return wrong === undefined ? null : wrongTool(wrong);
}

const NO_CALL = `The tool was not called. Call \`${TOOL.name}\` once; nothing else that you say is read.`;
const TWO_CALLS = `The tool was called more than once, and not with the same. Call \`${TOOL.name}\` once, with everything.`;

function wrongTool({ name }: ToolCall): string {
  return `There is no tool \`${name.slice(0, 50)}\`. Call \`${TOOL.name}\`.`;
}
