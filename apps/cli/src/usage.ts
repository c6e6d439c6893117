export const usage = `Checks, tests and plays exported flows. Nothing is sent, and no server is needed.

  instaflow flow lint <file…>      problems of every flow
  instaflow flow test <file…>      runs the conversations saved with the flows
  instaflow flow simulate <file>   plays one conversation
  instaflow flow needs <file…>     tags, attributes, secrets … the flows need

A file is an export of one flow or of several; "-" reads the standard input. Flows of all files know each other.

  --format text|json|junit   how the result is written (simulate: text or json)
  --strict                   lint: warnings count as errors
  --tests <file>             test: conversations from another file
  --flow <id>                simulate: which flow of the file; the first one otherwise
  --say <text>  --tap <button>  --comment <text>  --pass <1h>
                             simulate: what happens, in this order; the flow begins by itself unless a comment does
  --seed <text>              simulate: another seed for random choices
  --json                     simulate: the same as --format json

Exit code: 0 all well · 1 errors or failed tests · 2 the command or a file cannot be used
`;
