// The end of the job: ends what the action started, and keeps for later runs what they may use.
import { postMain } from './post/main.ts';

await postMain(new URL('./', import.meta.url));
// What was printed is out; a service that has not answered is not waited for.
process.stdout.write('', () => process.exit());
