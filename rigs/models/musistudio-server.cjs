// The gateway as a program: its ES module build cannot be loaded. (a dynamic require in it throws)
const { readFileSync } = require('node:fs');
const { default: Server } = require('@musistudio/llms');

const initialConfig = JSON.parse(readFileSync(process.argv[2], 'utf8'));
new Server({ initialConfig, useJsonFile: false, useEnvFile: false, logger: false }).start();
