/** Which of some texts stand for the second time or more, by their places. */
export function repeats(texts: readonly (string | null)[]): number[] {
  const first = new Map<string, number>();
  return texts.flatMap((text, index) => {
    if (text === null) return [];
    if (first.has(text)) return [index];
    first.set(text, index);
    return [];
  });
}
