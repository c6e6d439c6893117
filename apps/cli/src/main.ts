#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { runCli } from './run-cli';

process.exitCode = runCli(process.argv.slice(2), {
  readFile: (path) => readFileSync(path === '-' ? 0 : path, 'utf8'),
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
});
