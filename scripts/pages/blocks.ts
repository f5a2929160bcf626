/**
 * A page with its made blocks: what stands between `<!-- made: NAME -->` and `<!-- end -->` is replaced by the text of that name. Throws for
 * a name that nothing is made for.
 */
export function withBlocks(page: string, blocks: ReadonlyMap<string, string>): string {
  return page.replace(
    /(<!-- made: (\S+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, open: string, name: string, close: string) => {
      const block = blocks.get(name);
      if (block === undefined) throw new Error(`a page asks for the block '${name}', which nothing makes.`);
      return `${open}${block}\n${close}`;
    },
  );
}
