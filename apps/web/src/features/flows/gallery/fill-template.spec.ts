import { runFlowTest } from '@instaflow/flow-engine';
import { flowBundleSchema, readFlowFile, templateGallery, type FlowBundle } from '@instaflow/flow-model';
import { fillTemplate, listLinks } from './fill-template';

const bundleOf = (id: string): FlowBundle =>
  flowBundleSchema.parse(
    JSON.parse(
      JSON.stringify({
        format: 'instaflow.flows',
        version: 1,
        flows: templateGallery.find((template) => template.id === id)?.create().flows,
      }),
    ),
  );

const failuresOf = (bundle: FlowBundle): string[] => {
  const read = readFlowFile(bundle);
  if (!read.ok) return ['unreadable'];
  const { flows } = read.bundle;
  return flows
    .flatMap(({ tests }) => tests)
    .map((test) => runFlowTest(flows, test))
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ name }) => name);
};

describe('listLinks', () => {
  it('finds the addresses that stand for real ones, variables in them included', () => {
    expect(listLinks(bundleOf('price_on_comment'))).toEqual(['https://example.com/product']);
    expect(listLinks(bundleOf('order_status'))).toEqual([
      'https://example.com/api/orders/{{contact.order_number}}',
    ]);
  });

  it('finds the end of an address at the end of a sentence', () => {
    const bundle = bundleOf('free_guide');
    for (const link of listLinks(bundle)) expect(link).toMatch(/[\w}]$/);
  });
});

describe('fillTemplate', () => {
  it('puts name, keywords and addresses in, and nothing else changes', () => {
    const bundle = bundleOf('price_on_comment');
    const filled = fillTemplate(bundle, {
      name: ' Preis ',
      keywords: { 0: 'preis, kosten' },
      links: { 'https://example.com/product': 'https://shop.test/p?a=1' },
    });
    expect(filled.flows[0]).toMatchObject({ name: 'Preis', triggers: [{ keyword: 'preis, kosten' }] });
    expect(JSON.stringify(filled)).toContain('https://shop.test/p?a=1');
    expect(JSON.stringify(filled)).not.toContain('example.com');
    expect(fillTemplate(bundle, { name: '', keywords: {}, links: {} })).toEqual(bundle);
  });

  it.each(templateGallery.map(({ id }) => id))('keeps the saved conversations of %s passing', (id) => {
    const bundle = bundleOf(id);
    expect(failuresOf(bundle)).toEqual([]);
    const keywords = Object.fromEntries(
      (bundle.flows[0]?.triggers ?? []).map(({ keyword }, index) => [index, keyword ? 'zzyzx' : '']),
    );
    expect(failuresOf(fillTemplate(bundle, { name: 'Mine', keywords, links: {} }))).toEqual([]);
  });
});
