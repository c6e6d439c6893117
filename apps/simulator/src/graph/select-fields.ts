export type FieldTree = Map<string, FieldTree>;

/** Reads Graph's field syntax: `id,from{id,username},replies.limit(5){text}`. Modifiers are ignored. */
export function parseFields(text: string): FieldTree {
  const root: FieldTree = new Map();
  const stack: FieldTree[] = [root];
  let last: FieldTree = root;
  for (const [token] of text.replace(/\.\w+\([^)]*\)/g, '').matchAll(/[^,{}\s]+|[{}]/g)) {
    if (token === '{') stack.push(last);
    else if (token === '}') stack.pop();
    else {
      last = new Map();
      (stack.at(-1) ?? root).set(token, last);
    }
  }
  return root;
}

/** Keeps of `source` what was asked for; unknown names are left out and `id` always stays. */
export function selectFields(source: Record<string, unknown>, fields: FieldTree): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, nested] of fields) {
    if (source[name] !== undefined) result[name] = selectNested(source[name], nested);
  }
  if (source['id'] !== undefined) result['id'] = source['id'];
  return result;
}

function selectNested(value: unknown, fields: FieldTree): unknown {
  if (fields.size === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => selectNested(item, fields));
  const record: Record<string, unknown> = { ...value };
  if (Array.isArray(record['data'])) return { ...record, data: selectNested(record['data'], fields) };
  return selectFields(record, fields);
}
