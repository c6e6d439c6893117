import { demoEmail } from '../demo/demo-login';

/** Tells the person at the terminal where everything is. */
export function printBanner(
  write: (line: string) => void,
  facts: {
    address: string;
    role: 'all' | 'api' | 'worker';
    demoPassword: string | null;
    testPhoneUrl: string | null;
  },
): void {
  if (facts.role === 'worker') {
    write(`InstaFlow worker is ready (health at ${facts.address}/healthz)`);
    return;
  }
  write('');
  write(`  InstaFlow is ready     ${facts.address}`);
  if (facts.demoPassword !== null) {
    write(`  Demo login             ${demoEmail}`);
    write(`  Demo password          ${facts.demoPassword}`);
  }
  if (facts.testPhoneUrl !== null) write(`  Test phone             ${facts.testPhoneUrl}`);
  write('  Stop with Ctrl-C');
  write('');
}
