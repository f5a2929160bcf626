import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** What a picture is made of: the page's body, which may hold `<pre class="mermaid">`. */
export interface PageBody {
  readonly html: string;
  /** In CSS pixels. */
  readonly width: number;
}

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Pictures of pages by a Chromium that is installed (Debian: `apt-get install chromium fonts-noto-color-emoji`; elsewhere name it in
 * CHROMIUM). Nothing is asked of the network.
 */
export async function openBrowser(): Promise<AsyncDisposable & { shoot(body: PageBody, path: string): Promise<void> }> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, headless: true, args: QUIET });
  return {
    shoot: async ({ html, width }, path) => {
      const page = await browser.newPage({ viewport: { width, height: 600 }, deviceScaleFactor: 1 });
      await page.route('**', (route) => route.abort());
      await page.setContent(
        `<!doctype html><meta charset="utf-8"><body style="margin:0;display:flow-root">${html}</body>`,
      );
      await page.addStyleTag({ path: packaged('github-markdown-css/github-markdown-light.css') });
      await page.addScriptTag({ path: packaged('mermaid/dist/mermaid.min.js') });
      // As GitHub runs it: nothing in a label is markup, and what is wrong is an error.
      await page.evaluate(
        "mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: 'default' }), mermaid.run({ querySelector: 'pre.mermaid' })",
      );
      await page.screenshot({ path, fullPage: true });
      await page.close();
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

function packaged(path: string): string {
  return fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));
}
