// What makes the built program start faster, and changes nothing that it does.
import { readFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import type { Plugin } from 'esbuild';

const nodeModule = createRequire(import.meta.url);

/**
 * Node's own modules without an `import`, and no more of them than is used: an `import` or a `require` reads every getter that such a module
 * exports, which loads streams for node:fs, and colours and a difference algorithm for node:util.
 */
export const plainBuiltins: Plugin = {
  name: 'plain-builtins',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^[a-z_:/]+$/ }, ({ path, kind }) => {
      const name = path.replace(/^node:/, '');
      return kind === 'import-statement' && builtinModules.includes(name)
        ? { path: name, namespace: 'builtin', sideEffects: false }
        : undefined;
    });
    onResolve({ filter: /^builtin:load$/ }, ({ path }) => ({ path, namespace: 'builtin', sideEffects: false }));
    onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
      contents: path === 'builtin:load' ? LOAD : textOf(path),
    }));
  },
};

/** Node before 20.16 has no other way than `require`. */
const LOAD = 'export const load = (name) => process.getBuiltinModule?.(name) ?? require(name);';

/** The bundler takes out what is not used: it holds a pure call for removable. */
function textOf(name: string): string {
  const names = Object.keys(nodeModule(`node:${name}`) as object).filter((it) => /^[A-Za-z]\w*$/.test(it));
  return [
    "import { load } from 'builtin:load';",
    `const found = /* @__PURE__ */ load('node:${name}');`,
    'const pick = (name) => found[name];',
    ...names.map((it) => `const the_${it} = /* @__PURE__ */ pick('${it}'); export { the_${it} as ${it} };`),
    'export default found;',
  ].join('\n');
}

/** Data as a text that is parsed when it is asked for: JSON.parse reads it in a fraction of the time that a literal of a program takes. */
export const parsedJson: Plugin = {
  name: 'parsed-json',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.json$/ }, ({ path }) => {
      const text = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));
      return { contents: `export default JSON.parse(${JSON.stringify(text)});` };
    });
  },
};

/**
 * The SDK of OPA without its own YAML built-ins (src/clients/opa.ts has better ones): its `require` would keep the whole YAML library, for
 * everybody who uses it, inside a function that is parsed twice.
 */
export const sdkWithoutYaml: Plugin = {
  name: 'sdk-without-yaml',
  setup: ({ onLoad }) => {
    onLoad({ filter: /opa-wasm[\\/]src[\\/]builtins[\\/]yaml\.js$/ }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Secrets are sought without the log for developers of that library: it asks for terminals and variables, and nobody here switches it on. */
export const withoutDebug: Plugin = {
  name: 'without-debug',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^debug$/ }, ({ path }) => ({ path, namespace: 'quiet' }));
    onLoad({ filter: /./, namespace: 'quiet' }, () => ({
      contents: 'export default () => Object.assign(() => {}, { enabled: false });',
    }));
  },
};

/**
 * The toolkit's core without its ways to the network and to other programs: it speaks to the runner by files and lines alone here, and they
 * would bring a whole HTTP client.
 */
export const coreOffline: Plugin = {
  name: 'core-offline',
  setup: ({ onLoad }) => {
    onLoad({ filter: /@actions[\\/]core[\\/]lib[\\/](oidc-utils|platform)\.js$/ }, () => ({
      contents: 'export class OidcClient {}\nexport {};',
    }));
  },
};

/** The client of artifacts without what finds, fetches and deletes them, which would bring unpackers and a second client of GitHub's API. */
export const uploadOnly: Plugin = {
  name: 'upload-only',
  setup: ({ onLoad }) => {
    onLoad({ filter: /@actions[\\/]artifact[\\/]lib[\\/]internal[\\/](download|find|delete)[\\/]/ }, ({ path }) => {
      const names = [...readFileSync(path, 'utf8').matchAll(/^export (?:async )?function (\w+)/gm)].map(
        ([, name]) => name,
      );
      return {
        contents: names.map((name) => `export function ${name}() { throw new Error('not in this build'); }`).join('\n'),
      };
    });
  },
};

const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);\n";

/** The text of a file of the bundle, with a `require` where something in it uses one. */
export function withRequire(text: string): string {
  if (!/\btypeof require\b/.test(text)) return text;
  const [first = '', ...rest] = text.split('\n');
  return first.startsWith('#!') ? `${first}\n${REQUIRE}${rest.join('\n')}` : `${REQUIRE}${text}`;
}
