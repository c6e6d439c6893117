import { listRunCommands } from './run-commands';

describe('listRunCommands', () => {
  it.each([
    ['waiting', 'input', ['release', 'skip', 'cancel']],
    ['waiting', 'timer', ['release', 'skip', 'cancel']],
    ['waiting', 'effect', ['cancel']],
    ['running', null, ['cancel']],
    ['failed', null, ['retry']],
    ['completed', null, []],
    ['taken_over', null, []],
  ] as const)('lets a run that is %s for %s be told %j', (status, waitingFor, expected) => {
    expect(listRunCommands({ status, waitingFor })).toEqual(expected);
  });
});
