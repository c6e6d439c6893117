import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './program/prepare.mjs';
import { runTool, say } from './program/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

runTool(async () => {
  await prepare(root);
  say('Everything is built.');
  return 0;
});
