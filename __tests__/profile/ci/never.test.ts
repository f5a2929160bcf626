import { expect, it } from 'vitest';
import { isNever } from '../../../src/profile/ci/never.ts';

it.each([
  'make release',
  'npm run deploy',
  'bash scripts/deploy.sh',
  './bin/release test',
  'go run ./cmd/deploy',
  'go test ./... && git push',
  'cargo publish',
  'cargo run --release --bin serve',
  'dotnet publish -c Release',
  'bash -c release',
  'uv run dev',
  'pytest --release-token token',
  'npm run lint -- --fix',
  'ruff check --fix src/dev/app',
  './tools/ship.sh --release',
  'npx ship --env=release',
  'aws --profile release s3 sync a b',
  'go test ./... && ./scripts/deploy.sh',
  'pytest tests/a | ./bin/upload',
  'go vet $(./bin/token get)',
  'flake8 . --exit-zero',
  'golangci-lint run --issues-exit-code=0 ./...',
  'staticcheck -fail none ./...',
])('No pull request starts %s', (run) => {
  expect(isNever(run)).toBe(true);
});

it.each([
  'dotnet test ./Shop.sln --configuration Release',
  'dotnet test Shop.sln --no-build -c Release',
  'dotnet build /p:Configuration=Release',
  'swift test -c release',
  'cargo test --release --workspace',
  'RUSTFLAGS=-Dwarnings cargo test --profile release',
  'cmake -S . -B build -DCMAKE_BUILD_TYPE=Release',
  'ctest --test-dir build --config Release',
  'npm run build:prod',
  'uv run --group dev pytest',
  'uv run --dev pytest',
  'poetry install --with test,dev',
  'composer install --no-dev',
  'go test ./internal/token/... ./cmd/serve',
  'python -m pytest tests/login',
  'cargo clippy --manifest-path services/staging/Cargo.toml',
])('A pull request may start %s', (run) => {
  expect(isNever(run)).toBe(false);
});
