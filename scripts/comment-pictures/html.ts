import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** A comment as it stands in a conversation on GitHub. */
export function conversationHtml(markdown: string): string {
  return `<style>${FRAME}</style><div class="frame"><div class="head"><b>github-actions</b> <span>bot</span> commented</div><article class="markdown-body">${rendered(markdown)}</article></div>`;
}

const FRAME = `
  .frame { margin: 16px; border: 1px solid #d1d9e0; border-radius: 6px; font: 14px -apple-system, "Liberation Sans", sans-serif; }
  .head { padding: 8px 16px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; color: #59636e; border-radius: 6px 6px 0 0; }
  .head b { color: #1f2328; } .head span { border: 1px solid #d1d9e0; border-radius: 2em; padding: 0 6px; font-size: 12px; }
  .markdown-body { padding: 16px; font-size: 14px; font-family: -apple-system, "Liberation Sans", "Noto Color Emoji", sans-serif; }
  .markdown-body pre.mermaid { text-align: center; background: #fff; border: 1px solid #d1d9e0; padding: 8px; }
  .markdown-body pre.mermaid svg { max-height: 420px; }`;

/** GitHub's Markdown: the dialect, then what GitHub makes of alerts, diagrams and differences. */
function rendered(markdown: string): string {
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
  return html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<blockquote>\s*<p>\[!(\w+)\]\n(.*?)<\/blockquote>/gs, (_, kind: string, rest: string) =>
      alert(kind, rest),
    )
    .replace(/<pre><code class="language-mermaid">(.*?)<\/code><\/pre>/gs, '<pre class="mermaid">$1</pre>')
    .replace(/(<pre><code class="language-diff">)(.*?)(<\/code>)/gs, (_, open: string, body: string, close: string) =>
      [open, body.split('\n').map(diffLine).join('\n'), close].join(''),
    );
}

function alert(kind: string, rest: string): string {
  const name = kind.toLowerCase();
  const title = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  return `<div class="markdown-alert markdown-alert-${name}"><p class="markdown-alert-title">⚠ ${title}</p><p>${rest}</div>`;
}

function diffLine(line: string): string {
  if (line.startsWith('+')) return `<span class="pl-mi1">${line}</span>`;
  if (line.startsWith('-')) return `<span class="pl-md">${line}</span>`;
  return line.startsWith('@@') ? `<span class="pl-mdr">${line}</span>` : line;
}
