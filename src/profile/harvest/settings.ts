/** Variables by which frameworks and toolchains are told what a test runs with. Others may be anything, a secret among them. */
export const TEST_SETTINGS = new Set([
  ...['SQLX_OFFLINE', 'RUSTFLAGS', 'RUSTDOCFLAGS', 'CGO_ENABLED', 'GOFLAGS', 'GOEXPERIMENT', 'GO111MODULE', 'TZ'],
  ...['DJANGO_SETTINGS_MODULE', 'PYTHONPATH', 'FLASK_ENV', 'NODE_ENV', 'RAILS_ENV', 'RACK_ENV', 'APP_ENV', 'MIX_ENV'],
  ...['ASPNETCORE_ENVIRONMENT', 'DOTNET_ENVIRONMENT', 'SPRING_PROFILES_ACTIVE', 'SYMFONY_DEPRECATIONS_HELPER'],
]);
