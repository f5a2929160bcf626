import type { Guide } from '../../guide.ts';
import { PROGRAM_VERSIONS } from './program.ts';

/** For the documentation. */
export const guide: Guide = {
  title: 'Terraform and OpenTofu',
  unit: 'A folder of configuration that says what it runs with, or that no other one calls. OpenTofu’s where a file is its own, or where the repository starts it alone.',
  managers: { terraform: ['.terraform.lock.hcl'] },
  choice: [],
  versions: [
    { tool: 'terraform', sources: PROGRAM_VERSIONS.terraform },
    { tool: 'opentofu', sources: PROGRAM_VERSIONS.tofu },
  ],
  commands: {
    install: '`terraform init` without a backend, and without writing the lock file where there is one',
    lint: '`terraform fmt -check`; `terraform validate`; TFLint where it is configured or a hook; hooks of pre-commit',
    test: '`terraform test` where every test mocks its providers',
    build: 'nothing: nothing is planned and nothing applied',
  },
};
