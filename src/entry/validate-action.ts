// The action `validate`: judges files of the workspace, and generates nothing.
import { validateMain } from './validate-action/main.ts';

process.exitCode = await validateMain(new URL('./', import.meta.url));
// What was printed is out; the judge's threads are not waited for.
process.stdout.write('', () => process.exit());
