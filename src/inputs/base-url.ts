import type { Provider } from '../domain/provider.ts';

/** Where another server than the provider's own is, or what is wrong with it, as the end of a sentence that begins with the input's name. */
export function readBaseUrl(
  text: string,
  provider: Provider,
  hasKey: boolean,
): { readonly baseUrl: string } | { readonly fault: string } {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    return { fault: "is no address; it looks like 'https://models.example.com/v1'." };
  if (url.username !== '' || url.password !== '')
    return { fault: 'has a name or a password in it, which would stand in logs; give the key as the key.' };
  if (url.search !== '' || url.hash !== '') return { fault: 'has a query or a fragment; paths are put behind it.' };
  if (url.protocol === 'http:' && hasKey && !isNear(url.hostname))
    return { fault: `is not encrypted, so everybody on the way to ${url.hostname} could read the key; use https.` };
  return { baseUrl: `${url.origin}${pathFor(provider, url.pathname.replace(/\/+$/, ''))}` };
}

/** This machine, or a service container beside the job. */
function isNear(host: string): boolean {
  return host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host) || !/[.:]/.test(host) || host.endsWith('.localhost');
}

/** One protocol puts `/v1` in front of its paths itself, the other one expects it: people give either to both. */
function pathFor(provider: Provider, path: string): string {
  switch (provider) {
    case 'anthropic':
      return path.replace(/\/v1$/, '');
    case 'openai':
      return path === '' ? '/v1' : path;
  }
}
