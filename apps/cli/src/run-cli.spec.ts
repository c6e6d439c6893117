import {
  flow,
  getInput,
  humanTakeover,
  message,
  onButton,
  onInput,
  quickReply,
  start,
  wait,
} from '@instaflow/flow-model';
import { runCli } from './run-cli';

const good = flow(
  start(),
  message('Hi {{contact.firstName | default: "there"}}', {
    id: 'menu',
    buttons: [quickReply('Later', 'LATER'), quickReply('Person', 'PERSON')],
    to: [onButton('LATER', 'wait'), onButton('PERSON', 'person')],
  }),
  wait('1h', { id: 'wait' }),
  getInput('Your e-mail?', {
    id: 'ask',
    inputType: 'email',
    to: [onInput(true, 'person'), onInput(false, 'person')],
  }),
  humanTakeover('Help', { id: 'person' }),
);
const bundle = {
  format: 'instaflow.flows',
  version: 1,
  flows: [
    {
      id: 'good',
      name: 'Good & <well>',
      definition: good,
      tests: [
        {
          name: 'asks later',
          steps: [
            { move: { kind: 'start' } },
            { move: { kind: 'tap', title: 'Later' } },
            { move: { kind: 'pass', duration: '1h' }, expect: { messages: [{ text: 'Your e-mail?' }] } },
          ],
        },
      ],
    },
  ],
};
const failing = {
  ...bundle,
  flows: [
    {
      ...bundle.flows[0],
      tests: [
        { name: 'greets', steps: [{ move: { kind: 'start' }, expect: { messages: [{ text: 'Hello' }] } }] },
      ],
    },
  ],
};
const files: Record<string, unknown> = {
  'good.json': good,
  'bundle.json': bundle,
  'failing.json': failing,
  'bad.json': flow(start(), message('', { id: 'empty' })),
  'wrong.json': { nodes: 5 },
};

function run(...args: string[]) {
  let out = '';
  let errors = '';
  const code = runCli(args, {
    readFile: (path) => {
      if (path === 'torn.json') return '{';
      if (!(path in files)) throw new Error('no such file');
      return JSON.stringify(files[path]);
    },
    write: (text) => (out += text),
    writeError: (text) => (errors += text),
  });
  return { code, out, errors };
}

describe('flow lint', () => {
  it('is content with sound flows, and names what is wrong with others', () => {
    expect(run('flow', 'lint', 'good.json')).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 flow, all well'),
    });
    const bad = run('flow', 'lint', 'good.json', 'bad.json');
    expect(bad.code).toBe(1);
    expect(bad.out).toContain('✗ bad.json · bad');
    expect(bad.out).toContain('error [message content] Write a text or choose a picture');
    expect(bad.out).toContain('2 flows, 1 not well');
  });

  it('counts warnings only when told to', () => {
    files['lonely.json'] = flow(start(), message('Bye'));
    expect(run('flow', 'lint', 'lonely.json').code).toBe(0);
    expect(run('flow', 'lint', '--strict', 'lonely.json').code).toBe(1);
  });

  it('writes JSON and JUnit', () => {
    const json: { ok: boolean; cases: { findings: { code: string }[] }[] } = JSON.parse(
      run('flow', 'lint', 'bad.json', '--format', 'json').out,
    );
    expect([json.ok, json.cases[0]?.findings[0]?.code]).toEqual([false, 'message_empty']);
    const junit = run('flow', 'lint', 'bundle.json', 'bad.json', '--format', 'junit').out;
    expect(junit).toContain('<testsuite name="instaflow flow" tests="2" failures="1">');
    expect(junit).toContain('name="Good &amp; &lt;well&gt;"/>');
    expect(junit).toContain('<failure type="message_empty"');
  });
});

describe('flow test', () => {
  it('passes, or shows the first difference', () => {
    expect(run('flow', 'test', 'bundle.json')).toMatchObject({
      code: 0,
      out: expect.stringContaining('asks later'),
    });
    const failed = run('flow', 'test', 'failing.json');
    expect(failed.code).toBe(1);
    expect(failed.out).toContain('Step 1: expected message 1 "Hello", got "Hi Ana".');
  });

  it('takes conversations from another file, and refuses to test nothing', () => {
    files['tests.json'] = bundle.flows[0]?.tests;
    expect(run('flow', 'test', 'good.json', '--tests', 'tests.json').code).toBe(0);
    expect(run('flow', 'test', 'good.json')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('no saved conversation'),
    });
  });
});

describe('flow simulate', () => {
  it('plays what is said, in order', () => {
    const { code, out } = run(
      'flow',
      'simulate',
      'good.json',
      '--tap',
      'Later',
      '--pass',
      '1h',
      '--say',
      'ana@example.com',
    );
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      '2026-01-05 10:00 < Hi Ana [Later] [Person]',
      '2026-01-05 10:00 > Later',
      '2026-01-05 11:00 < Your e-mail?',
      '2026-01-05 11:00 > ana@example.com',
      '2026-01-05 11:00 · request_human',
      '= completed (human_takeover) at person',
      '',
    ]);
  });

  it('begins with a comment when one comes first, and writes JSON', () => {
    expect(run('flow', 'simulate', 'good.json', '--comment', 'price?').out).toContain('(private_reply)');
    const { lines }: { lines: unknown[] } = JSON.parse(run('flow', 'simulate', 'good.json', '--json').out);
    expect(lines).toHaveLength(1);
    expect(run('flow', 'simulate', 'good.json', '--tap', 'Nothing')).toMatchObject({ code: 1 });
  });
});

describe('the command line', () => {
  it('lists what flows need', () => {
    files['tagged.json'] = {
      ...good,
      nodes: [...good.nodes, { id: 't', type: 'tag_contact', tagName: 'vip', connections: [] }],
    };
    expect(run('flow', 'needs', 'tagged.json').out).toBe('tags          vip (tagged/t)\n');
  });

  it('ends with 2 and says why when it cannot be carried out', () => {
    const errorOf = (...args: string[]) => {
      const { code, errors } = run(...args);
      expect(code).toBe(2);
      return errors.split('\n')[0];
    };
    expect(errorOf('flow', 'dance')).toBe('There is no command "flow dance".');
    expect(errorOf('flow', 'lint')).toBe('Name at least one file.');
    expect(errorOf('flow', 'lint', 'gone.json')).toBe('gone.json cannot be read: no such file');
    expect(errorOf('flow', 'lint', 'torn.json')).toContain('torn.json is no JSON');
    expect(errorOf('flow', 'lint', 'wrong.json')).toBe('wrong.json is no flow:');
    expect(errorOf('flow', 'lint', 'good.json', '--format', 'xml')).toContain('There is no format "xml"');
    expect(errorOf('flow', 'lint', '--nonsense')).toContain('nonsense');
    expect(errorOf('flow', 'simulate', 'good.json', '--pass', 'soon')).toContain('no duration');
    expect(run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('instaflow flow lint') });
  });
});
