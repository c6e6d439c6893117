import { flow, start, message, wait, humanTakeover, tagContact, onNext } from './builders';
import { validateFlow } from './validation/validate-flow';
import { parseFlowDefinition } from './parse/parse-flow-definition';
it('t', () => {
  for (const n of [500, 1000, 2000]) {
    const chain = flow(
      start(),
      ...Array.from({ length: n - 2 }, (_, i) =>
        i % 2 ? wait('1s') : message(`m${i} {{contact.firstName}}`),
      ),
      humanTakeover('x'),
    );
    const json = JSON.parse(JSON.stringify(chain));
    let t = performance.now();
    parseFlowDefinition(json);
    const p = performance.now() - t;
    t = performance.now();
    validateFlow(chain);
    const v = performance.now() - t;
    t = performance.now();
    validateFlow(chain);
    const v2 = performance.now() - t;
    process.stdout.write(`${n}: parse ${p.toFixed(0)} validate ${v.toFixed(0)} again ${v2.toFixed(0)}\n`);
  }
});
