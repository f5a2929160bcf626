#!/usr/bin/env node
import{a as e}from"./chunks/chunk-MJU5DE26.js";import"./chunks/chunk-VAXFZMX4.js";if(process.argv.length===3&&/^(--version|-V)$/.test(process.argv[2]??""))process.stdout.write(`${e}
`);else{let{main:s}=await import("./chunks/main-ORGG7EZZ.js");process.exitCode=await s(process.argv.slice(2),new URL("./",import.meta.url)),process.stdout.write("",()=>process.stderr.write("",()=>process.exit()))}
