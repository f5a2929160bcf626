#!/usr/bin/env node
import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import{a as e}from"./chunks/chunk-G2OB6LTK.js";import"./chunks/chunk-27Y7EPWE.js";if(process.argv.length===3&&/^(--version|-V)$/.test(process.argv[2]??""))process.stdout.write(`${e}
`);else{let{main:s}=await import("./chunks/main-DZOHFERI.js");process.exitCode=await s(process.argv.slice(2),new URL("./",import.meta.url))}
