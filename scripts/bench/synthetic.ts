import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A made-up monorepo of so many services, in turn in Go, TypeScript and Python, each with a Dockerfile, tests, source files and `others`. */
export function writeSynthetic(directory: string, services: number, others = 20): void {
  for (let number = 0; number < services; number += 1) {
    const name = `service-${number}`;
    const files = LANGUAGES[number % LANGUAGES.length]?.(name, 8000 + number) ?? {};
    for (const [path, text] of Object.entries(files)) write(join(directory, 'src', name, path), text);
    for (let file = 0; file < others; file += 1)
      write(join(directory, 'src', name, 'assets', `${file}.txt`), `${file}\n`);
  }
  write(join(directory, 'README.md'), `# ${services} services\n`);
}

type Language = (name: string, port: number) => Readonly<Record<string, string>>;

const go: Language = (name, port) => ({
  'go.mod': `module example.com/${name}\n\ngo 1.24.0\n\nrequire github.com/go-chi/chi/v5 v5.2.1\n`,
  'go.sum': 'github.com/go-chi/chi/v5 v5.2.1 h1:KOIHODQj58PmL80G2Eak4WdvUzjSJSm0vG72crDCqb8=\n',
  'main.go': `package main\n\nimport "net/http"\n\nfunc main() { _ = http.ListenAndServe(":${port}", nil) }\n`,
  'main_test.go': 'package main\n\nimport "testing"\n\nfunc TestNothing(t *testing.T) {}\n',
  Dockerfile: `FROM golang:1.24 AS build\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\n\nFROM gcr.io/distroless/static\nCOPY --from=build /app /app\nEXPOSE ${port}\nENTRYPOINT ["/app"]\n`,
});

const node: Language = (name, port) => ({
  'package.json': `${JSON.stringify(
    {
      name,
      version: '1.0.0',
      private: true,
      engines: { node: '>=22' },
      scripts: { lint: 'eslint .', test: 'vitest run', build: 'tsc' },
      dependencies: { fastify: '5.2.0' },
      devDependencies: { eslint: '9.17.0', typescript: '5.7.2', vitest: '2.1.8' },
    },
    null,
    2,
  )}\n`,
  'package-lock.json': `${JSON.stringify({ name, lockfileVersion: 3, packages: { '': { name } } }, null, 2)}\n`,
  'tsconfig.json': '{ "compilerOptions": { "strict": true, "outDir": "dist" } }\n',
  'src/main.ts': `import fastify from 'fastify';\n\nawait fastify().listen({ port: ${port} });\n`,
  'src/main.test.ts': "import { it } from 'vitest';\n\nit('does nothing', () => {});\n",
  Dockerfile: `FROM node:22-alpine\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nUSER node\nEXPOSE ${port}\nCMD ["node", "dist/main.js"]\n`,
});

const python: Language = (name, port) => ({
  'pyproject.toml': `[project]\nname = "${name}"\nversion = "1.0.0"\nrequires-python = ">=3.12"\ndependencies = ["fastapi==0.115.6"]\n\n[dependency-groups]\ndev = ["pytest==8.3.4", "ruff==0.8.4"]\n\n[tool.ruff]\nline-length = 100\n`,
  'uv.lock': `version = 1\nrequires-python = ">=3.12"\n\n[[package]]\nname = "${name}"\nversion = "1.0.0"\nsource = { virtual = "." }\n`,
  'app/main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
  'tests/test_main.py': 'def test_nothing():\n    assert True\n',
  Dockerfile: `FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nRUN pip install .\nEXPOSE ${port}\nCMD ["uvicorn", "app.main:app", "--port", "${port}"]\n`,
});

const LANGUAGES: readonly Language[] = [go, node, python];

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
