/** Options that change nothing but what is said of snapshots, all of which fail in continuous integration anyhow. */
const HARMLESS = /^--(?:check|require-full-match|no-quiet|unreferenced=(?:ignore|warn|reject|auto))$/;

/** What would write snapshots, or pass over those that differ. */
const WRITES =
  /^--(?:accept|accept-unseen|force-update-snapshots|force-pass|review|unreferenced|delete-unreferenced-snapshots)/;

/**
 * Cargo's tests that are started by insta, as Cargo starts them: a snapshot that differs fails them either way. Any other command, and one that
 * writes snapshots, as it is. (insta.rs, "Command Line Tool": test)
 */
export function asCargoTest(run: string): string {
  const [, rest] = /^cargo insta test(?= |$)(.*)$/.exec(run) ?? [];
  if (rest === undefined) return run;
  const words = rest.split(' ').filter((word) => word !== '' && !HARMLESS.test(word));
  if (words.some((word) => WRITES.test(word))) return run;
  const text = words.join(' ');
  const byNextest = /(?:^|\s)--test-runner[= ]nextest(?=\s|$)/.test(text);
  const options = text.replace(/(?:^|\s)--test-runner[= ](?:nextest|cargo-test)(?=\s|$)/, '').trim();
  return [byNextest ? 'cargo nextest run' : 'cargo test', options].filter((part) => part !== '').join(' ');
}
