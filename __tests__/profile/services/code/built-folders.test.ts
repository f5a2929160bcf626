import { describe, expect, it } from 'vitest';
import { theService } from '../../profiled.ts';

const OTHERS = Object.fromEntries(
  Array.from({ length: 40 }, (_, at) => [`backend/a${at}/server.go`, 'package server\n']),
);

describe('The folder that a Dockerfile builds by its name', () => {
  it.each([
    ['COPY . .\nRUN CGO_ENABLED=0 go build -o /shop ./backend/src/cmd/shop', '/healthz'],
    ['COPY backend .\nRUN go mod download && go build -o /shop ./src/cmd/shop/main.go', '/healthz'],
    ['COPY . .\nRUN go build -o /shop ./...', null],
    ['COPY . .\nRUN go build -o /shop ./src/cmd/shop', null],
    ['COPY . .\nRUN go vet ./backend/src/cmd/shop', null],
  ])('is read before the rest of a large repository: %j', async (lines, expected) => {
    const { health } = await theService({
      ...OTHERS,
      'go.mod': 'module example.com/shop\n',
      Dockerfile: `FROM golang:1.25\nEXPOSE 80\n${lines}\n`,
      'backend/src/cmd/shop/main.go': 'package main\n\nfunc main() {\n\thttp.HandleFunc("/healthz", h)\n}\n',
    });
    expect(health?.value ?? null).toBe(expected);
  });
});
