import type { FlowTest } from '@instaflow/flow-model';

/** Hands a saved conversation over as a file that the runner of flow tests plays. */
export function downloadTest(test: FlowTest): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(test, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${test.name}.test.json`;
  link.click();
  URL.revokeObjectURL(url);
}
