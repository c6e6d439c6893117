import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../server-process.mjs';
import { installPeer, peerFolder, recentNode } from './peer-folder.mjs';
import { startPeerProcess } from './peer-process.mjs';

const verify = (secret) => `
const crypto = global.get('crypto');
const expected = 'sha256=' + crypto.createHmac('sha256', '${secret}').update(msg.payload).digest('hex');
const given = Buffer.from(msg.req.headers['x-hub-signature-256'] || '');
if (given.length !== expected.length || !crypto.timingSafeEqual(given, Buffer.from(expected))) {
  msg.statusCode = 403;
  return [null, msg];
}
const entry = JSON.parse(msg.payload.toString()).entry[0];
msg.account = entry.id;
msg.person = entry.messaging[0].sender.id;
msg.text = entry.messaging[0].message.text;
msg.statusCode = 200;
msg.payload = '';
return [msg, msg];`;

const compose = (stubUrl) => `
msg.url = '${stubUrl}/v25.0/' + msg.account + '/messages';
msg.headers = { 'content-type': 'application/json', authorization: 'Bearer bench-token-' + msg.account };
msg.payload = { recipient: { id: msg.person }, message: { text: 'Hello!' } };
return msg;`;

/** http in → signature → 200, and beside it: keyword → message → http request. */
const flows = ({ stubUrl, secret }) => [
  { id: 'tab', type: 'tab', label: 'bench' },
  {
    ...{ id: 'in', type: 'http in', z: 'tab', url: '/api/v1/webhooks/instagram', method: 'post' },
    ...{ skipBodyParsing: true, wires: [['verify']] },
  },
  {
    ...{ id: 'verify', type: 'function', z: 'tab', func: verify(secret), outputs: 2 },
    wires: [['keyword'], ['answer']],
  },
  { id: 'answer', type: 'http response', z: 'tab', wires: [] },
  {
    ...{ id: 'keyword', type: 'switch', z: 'tab', property: 'text', propertyType: 'msg', outputs: 1 },
    ...{ rules: [{ t: 'eq', v: 'hello', vt: 'str' }], checkall: 'true', wires: [['compose']] },
  },
  { id: 'compose', type: 'function', z: 'tab', func: compose(stubUrl), outputs: 1, wires: [['send']] },
  { id: 'send', type: 'http request', z: 'tab', method: 'POST', ret: 'obj', persist: true, wires: [[]] },
];

const settings = (port) => `module.exports = {
  uiPort: ${port}, uiHost: '127.0.0.1', httpAdminRoot: false, httpNodeRoot: '/', flowFile: 'flows.json',
  functionGlobalContext: { crypto: require('crypto') }, credentialSecret: 'bench',
  logging: { console: { level: 'warn' } }, telemetry: { enabled: false },
};`;

/** Node-RED of a major version, as its users set it up; it keeps what it is doing in memory. */
export const nodeRed = (major) => ({
  name: `Node-RED ${major}`,
  tapsPerSecond: 50,
  install: async () => {
    const node = major >= 5 ? await recentNode() : process.execPath;
    const folder = await installPeer({
      folder: peerFolder(`node-red-${major}`),
      packageName: 'node-red',
      version: String(major),
    });
    return { node, program: join(folder, 'node_modules', 'node-red', 'red.js') };
  },
  open: async ({ node, program }, { stubUrl, secret }) => {
    const directory = mkdtempSync(join(tmpdir(), 'instaflow-node-red-'));
    const port = await freePort();
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'settings.js'), settings(port));
    writeFileSync(join(directory, 'flows.json'), JSON.stringify(flows({ stubUrl, secret })));
    const url = `http://127.0.0.1:${port}`;
    return {
      secret,
      userIds: ['17841400000000000'],
      start: () =>
        startPeerProcess({
          program: node,
          args: [program, '-u', directory, '-s', join(directory, 'settings.js')],
          env: {},
          cwd: directory,
          url,
        }),
      close: () => rmSync(directory, { recursive: true, force: true }),
    };
  },
});
