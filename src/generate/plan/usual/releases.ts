/** The releases of tools that no line of a repository names: each is asked for in its manager's own words. */
export const RELEASES = {
  build: '1.6.1',
  'bundler-audit': '0.9.3',
  gitleaks: 'v8.30.1',
  govulncheck: 'v1.9.0',
  'osv-scanner': 'v2.6.0',
  'pip-audit': '2.10.1',
  'pytest-cov': '7.1.0',
  ruff: '0.17.6',
} as const;
