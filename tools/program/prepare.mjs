import { join } from 'node:path';
import { buildTargets } from './build-targets.mjs';
import { buildOutdated, listOutdatedTargets } from './build.mjs';
import { areDependenciesInstalled, installDependencies } from './install-dependencies.mjs';
import { explainFileError, say } from './say.mjs';
import { withLock } from './with-lock.mjs';

/** Installs and builds what is missing or outdated; one process at a time, and nothing when nothing changed. */
export async function prepare(root, { withBuild = true, targets = buildTargets } = {}) {
  const isReady = () =>
    areDependenciesInstalled(root) && (!withBuild || listOutdatedTargets(root, targets).length === 0);
  if (isReady()) return;
  const onWait = () => say('Another start in this folder is installing or building; waiting for it …');
  try {
    await withLock(join(root, 'dist', '.prepare.lock'), { onWait }, async () => {
      if (!areDependenciesInstalled(root)) await installDependencies(root);
      if (withBuild) await buildOutdated(root, listOutdatedTargets(root, targets));
    });
  } catch (error) {
    throw explainFileError(error, root);
  }
}
