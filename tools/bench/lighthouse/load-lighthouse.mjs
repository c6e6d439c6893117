import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPeer, peerFolder } from '../peers/peer-folder.mjs';

const packageName = 'lighthouse';
/** The last that runs on Node 20. */
const version = '12.8.2';

/** Lighthouse from a folder outside of the project, installed there the first time. */
export const loadLighthouse = async () => {
  const folder = await installPeer({
    folder: peerFolder(`${packageName}-${version}`),
    packageName,
    version,
    // It brings a browser of its own otherwise.
    env: { PUPPETEER_SKIP_DOWNLOAD: '1' },
  });
  const file = join(folder, 'node_modules', packageName, 'core', 'index.js');
  const { default: run, desktopConfig } = await import(pathToFileURL(file).href);
  return { run, desktopConfig };
};
