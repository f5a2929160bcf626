/** The object that a text is, or that its one block of code is, as small models like to write it; null where it is none. */
export function objectIn(text: string): object | null {
  return asObject(text) ?? asObject(/^\s*```(?:json)?\n(.*)\n```\s*$/s.exec(text)?.[1] ?? '');
}

function asObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
