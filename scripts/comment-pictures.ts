// Makes docs/comments/*.png: the comments of real runs over repositories made for it, as GitHub shows them. Needs a Chromium, so no test
// and no build calls it: whoever changes the comment looks at the pictures, and commits them.
//   npm ci --prefix rigs && npm run build && node scripts/comment-pictures.ts [name]…
import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../rigs/pictures/browser.ts';
import { renderComment } from '../src/deliver/github/comment.ts';
import { conversationHtml } from './comment-pictures/html.ts';
import { pageOf } from './comment-pictures/runs.ts';
import { SCENES } from './comment-pictures/scenes.ts';

const folder = fileURLToPath(new URL('../docs/comments/', import.meta.url));
const names = process.argv.slice(2);
const wanted = Object.entries(SCENES).filter(([name]) => names.length === 0 || names.includes(name));

mkdirSync(folder, { recursive: true });
await using browser = await openBrowser();
for (const [name, scene] of wanted) {
  const markdown = renderComment(await pageOf(scene));
  const path = `${folder}${name}.png`;
  await browser.shoot({ html: conversationHtml(markdown), width: 900 }, path);
  console.log(`${name}: ${markdown.length} units of Markdown, ${Math.round(statSync(path).size / 1000)} kB of picture`);
}
