import { MOST } from '../harvest/limits.ts';

/** A text with its `${{ inputs.… }}` put in, where they are plain words. */
export function withInputs(text: string, inputOf: (name: string) => string | null): string {
  return text
    .slice(0, MOST.line)
    .replace(/\$\{\{\s{0,8}inputs\.([\w-]{1,100})\s{0,8}\}\}/g, (written, name: string) => {
      const value = inputOf(name);
      return value !== null && /^[\w.:*^~/@ -]{0,100}$/.test(value) ? value : written;
    });
}
