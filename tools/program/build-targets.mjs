import { join } from 'node:path';

const everywhere = ['package-lock.json', 'package.json', 'tsconfig.base.json'];
const serverBuild = [...everywhere, 'vite.server.config.ts', 'tsconfig.node.json'];
const webBuild = [...everywhere, 'tsconfig.web.json'];

/**
 * What is built: `inputs` are the files and folders a target depends on (with `except` left out), `output` must exist
 * afterwards, `args` go to Vite.
 */
export const buildTargets = [
  {
    name: 'web',
    inputs: [...webBuild, 'apps/web', 'libs/ui', 'libs/contracts', 'libs/flow-model', 'libs/flow-engine'],
    except: [],
    output: 'dist/apps/web/index.html',
    args: ['build', '--config', 'apps/web/vite.config.ts'],
  },
  {
    name: 'server',
    inputs: [...serverBuild, 'apps/server', 'libs'],
    except: ['libs/ui', 'libs/testing'],
    output: 'dist/apps/server/main.mjs',
    args: ['build', '--config', 'vite.server.config.ts', '--mode', 'server'],
  },
  {
    name: 'simulator',
    inputs: [...serverBuild, 'apps/simulator'],
    except: ['apps/simulator/src/phone'],
    output: 'dist/apps/simulator/main.mjs',
    args: ['build', '--config', 'vite.server.config.ts', '--mode', 'simulator'],
  },
  {
    name: 'phone',
    inputs: [...webBuild, 'apps/simulator/src/phone', 'apps/simulator/vite.phone.config.ts'],
    except: [],
    output: 'dist/apps/simulator/phone/index.html',
    args: ['build', '--config', 'apps/simulator/vite.phone.config.ts'],
  },
  {
    name: 'cli',
    inputs: [...serverBuild, 'apps/cli', 'libs/flow-model', 'libs/flow-engine'],
    except: [],
    output: 'dist/apps/cli/main.mjs',
    args: ['build', '--config', 'vite.server.config.ts', '--mode', 'cli'],
  },
];

/** The fault-injection suite, which nobody needs to run the program. */
export const faultsTarget = {
  name: 'faults',
  inputs: [...serverBuild, 'apps/faults'],
  except: [],
  output: 'dist/apps/faults/main.mjs',
  args: ['build', '--config', 'vite.server.config.ts', '--mode', 'faults'],
};

export function stampFile(root) {
  return join(root, 'dist', '.stamp.json');
}
