import { RELEASES } from '../../plan/usual/releases.ts';
import { entry, map, scalar, type YamlNode } from '../yaml.ts';
import { eventVariables } from './changes.ts';

const GITLEAKS = `go run github.com/zricethezav/gitleaks/v8@${RELEASES.gitleaks}`;

/** Gitleaks, built by Go, whose database of checksums knows it: its own action asks organisations for a licence. */
export function secretScanStep(): YamlNode {
  return map([
    entry('name', scalar('Scan for secrets')),
    entry('env', eventVariables()),
    entry(
      'run',
      scalar(
        [
          'if [ "$EVENT" = pull_request ]; then',
          `  ${GITLEAKS} git --redact --no-banner --log-opts="$BASE..HEAD" .`,
          'else',
          `  ${GITLEAKS} dir --redact --no-banner .`,
          'fi',
        ].join('\n'),
      ),
    ),
  ]);
}
