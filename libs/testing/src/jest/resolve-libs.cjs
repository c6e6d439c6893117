const Module = require('node:module');
const { join, resolve } = require('node:path');

// Jest's moduleNameMapper does not reach the files of globalSetup; the same mapping for them.
const root = resolve(__dirname, '../../../..');
const original = Module._resolveFilename;

Module._resolveFilename = function resolveLib(request, ...rest) {
  const match = /^@instaflow\/([^/]+)$/.exec(request);
  const target = match === null ? request : join(root, 'libs', match[1], 'src/index.ts');
  return original.call(this, target, ...rest);
};
