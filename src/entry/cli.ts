#!/usr/bin/env node
import { VERSION } from '../domain/version.ts';

// The version and nothing else: no other module is loaded for it.
if (process.argv.length === 3 && /^(--version|-V)$/.test(process.argv[2] ?? '')) {
  process.stdout.write(`${VERSION}\n`);
} else {
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2), new URL('./', import.meta.url));
  // What was printed is out; to take the heap down piece by piece would cost as much as a tenth of the run.
  process.stdout.write('', () => process.stderr.write('', () => process.exit()));
}
