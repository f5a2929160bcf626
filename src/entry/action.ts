// The action: the line inside a job of GitHub Actions.
import { actionMain } from './action/main.ts';

process.exitCode = await actionMain(new URL('./', import.meta.url));
// What was printed is out; what a service has not answered is not waited for.
process.stdout.write('', () => process.exit());
