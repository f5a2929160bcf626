import type { ImageBuild } from '../image-build.ts';

/** So far above its lines a block begins at most. */
const NEAR = 2_000;

/** Whether a place of a file of C# stands in the block of an `if` that only developers' machines get into. (learn.microsoft.com, "Use multiple environments in ASP.NET Core") */
export function isForDevelopers(text: string, file: string, offset: number): boolean {
  if (!file.endsWith('.cs')) return false;
  const before = text.slice(Math.max(0, offset - NEAR), offset);
  const start = before.lastIndexOf('IsDevelopment()');
  const isAsked = /\bif\s{0,4}\([\s\w.]{0,100}$/.test(before.slice(0, start));
  if (!isAsked || !/^IsDevelopment\(\)\s{0,4}\)/.test(before.slice(start))) return false;
  let depth = 0;
  for (const sign of before.slice(start)) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    // It is closed before that place, or is one statement alone.
    if (depth === 0 && (sign === '}' || sign === ';')) return false;
  }
  return depth > 0 || !/[{};]/.test(before.slice(start));
}

/** Whether an image may run as on developers' machines: where it is told so, or no Dockerfile says what it is told. */
export function mayBeForDevelopers({ making, facts, compose }: ImageBuild): boolean {
  const told = ['ASPNETCORE_ENVIRONMENT', 'DOTNET_ENVIRONMENT'].flatMap((name) => [
    facts.variables.get(name),
    compose?.environment.get(name),
  ]);
  return making !== null || told.some((word) => word !== undefined && /^(?:Development$|\$)/i.test(word.value));
}
