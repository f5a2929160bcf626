import { describe, expect, it } from 'vitest';
import { baseFacts } from '../../../src/profile/docker/base-images.ts';
import { imageName, shortName } from '../../../src/profile/docker/image-name.ts';

describe("An image's name", () => {
  it.each([
    ['node', 'node', null],
    ['node:20-alpine', 'node', '20-alpine'],
    ['docker.io/library/node:20', 'node', '20'],
    ['public.ecr.aws/docker/library/node:20', 'node', '20'],
    ['localhost:5000/shop/cart', 'localhost:5000/shop/cart', null],
    ['ghcr.io/shop/cart:1@sha256:abc', 'ghcr.io/shop/cart', '1'],
    ['cart@sha256:abc', 'cart', null],
  ])('%s', (text, repository, tag) => {
    expect(imageName(text)).toEqual({ repository, tag });
  });

  it('is short without registry, owner and tag', () => {
    expect(shortName('localhost:5000/shop/Cart:1')).toBe('cart');
  });
});

describe('A base image', () => {
  it.each([
    ['scratch', 'root', null],
    ['gcr.io/distroless/static', 'root', null],
    ['gcr.io/distroless/static-debian12:nonroot', 'nonroot', null],
    ['gcr.io/distroless/base:debug-nonroot', 'nonroot', null],
    ['docker.io/library/nginx:1.27', 'root', 80],
    ['nginxinc/nginx-unprivileged:stable', '101', 8080],
    ['php:8.3-apache', 'root', 80],
    ['php:8.3-fpm-alpine', 'root', 9000],
    ['php:8.3-cli', 'root', null],
    ['mcr.microsoft.com/dotnet/aspnet:9.0', 'root', 8080],
    ['mcr.microsoft.com/dotnet/aspnet:10.0-alpine', 'root', 8080],
    ['mcr.microsoft.com/dotnet/aspnet:6.0', 'root', 80],
    ['mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled', 'app', 8080],
    ['mcr.microsoft.com/dotnet/runtime-deps:10.0.0-noble-chiseled@sha256:b857', 'app', null],
    ['registry.access.redhat.com/ubi9/openjdk-21:1.23', '185', null],
    ['java:8-jre', 'root', null],
    ['postgres:15-alpine', 'root', null],
    ['bitnami/node:20', '1001', null],
    ['somebody/node:20', null, null],
    ['${BASE}', null, null],
    ['', null, null],
  ])('%s ends with the account %s and exposes %s', (image, user, port) => {
    expect(baseFacts(image)).toEqual({ user, port });
  });
});
