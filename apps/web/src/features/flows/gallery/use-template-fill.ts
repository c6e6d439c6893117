import type { FlowTemplate } from '@instaflow/contracts';
import type { FlowBundle } from '@instaflow/flow-model';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { emptyMapping, withEntry, type MappedKind } from '../transfer/flow-mapping';
import type { TemplateFill } from './fill-template';

// Looks for keywords with the engine, which comes only once a template is opened.
const loadFilling = () => import('./fill-template');

/** What is filled in of a template before flows are made of it. */
export function useTemplateFill({ name, bundle }: FlowTemplate) {
  const [values, setValues] = useState<TemplateFill>({ name, keywords: {}, links: {} });
  const [mapping, setMapping] = useState(emptyMapping);
  const filling = useQuery({
    queryKey: ['template-filling'],
    queryFn: loadFilling,
    staleTime: Infinity,
  }).data;
  const filled = (): FlowBundle => (filling ? filling.fillTemplate(bundle, values) : bundle);
  return {
    values,
    mapping,
    links: filling?.listLinks(bundle) ?? [],
    change: (part: Partial<TemplateFill>) => setValues((before) => ({ ...before, ...part })),
    map: (entry: { kind: MappedKind; name: string; value: string }) =>
      setMapping((before) => withEntry(before, entry)),
    preview: filled(),
    /** The bundle as it is made; waits for what is still being loaded. */
    finish: async (): Promise<FlowBundle> => (await loadFilling()).fillTemplate(bundle, values),
  };
}
