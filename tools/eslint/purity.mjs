const why = 'must come in with the input, so that every run can be replayed';

const globals = [
  'process',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'crypto',
];

const syntax = [
  [`MemberExpression[object.name='Date'][property.name='now']`, `Time ${why}.`],
  [`NewExpression[callee.name='Date'][arguments.length=0]`, `Time ${why}.`],
  [`CallExpression[callee.name='Date']`, `Time ${why}.`],
  [`MemberExpression[object.name='Math'][property.name='random']`, `Dice ${why}.`],
  [`MemberExpression[object.name='performance']`, `Time ${why}.`],
  [':function[async=true]', 'Pure code answers at once: no async.'],
  ['AwaitExpression', 'Pure code answers at once: no await.'],
];

/** The rules of the pure libraries; their specs are free. */
export function purity(files, specs) {
  return [
    {
      files,
      ignores: specs,
      rules: {
        'no-restricted-globals': ['error', ...globals.map((name) => ({ name, message: `${name} ${why}.` }))],
        'no-restricted-syntax': ['error', ...syntax.map(([selector, message]) => ({ selector, message }))],
        'no-restricted-imports': [
          'error',
          { patterns: [{ regex: '^node:', message: 'Pure code runs anywhere: nothing of Node.' }] },
        ],
      },
    },
  ];
}
