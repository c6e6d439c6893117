import { parseFlowDefinition } from '@instaflow/flow-model';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../../shared/api/call-api';
import { drawThumbnail, type Thumbnail } from './draw-thumbnail';

const fills = { start: 'fill-accent', step: 'fill-raised', note: 'fill-warning-soft' };
const keptMs = 60_000;

/** The draft of a flow as a small map. */
export function FlowThumbnail({ flowId, name }: { flowId: string; name: string }) {
  const { t } = useTranslation('flows');
  const { data, isError } = useQuery({
    // Not the key of the builder: what is kept under it is being edited.
    queryKey: ['flow-thumbnail', flowId],
    queryFn: ({ signal }) => callApi('getFlow', { params: { id: flowId } }, { signal }),
    staleTime: keptMs,
    gcTime: keptMs,
  });
  const definition = data?.flowDefinition;
  const drawn = useMemo(() => {
    if (!definition) return undefined;
    const parsed = parseFlowDefinition(definition);
    return parsed.ok
      ? { map: drawThumbnail(parsed.definition), steps: parsed.definition.nodes.length }
      : null;
  }, [definition]);
  if (isError || drawn === null) return <p className="p-3">{t('map.failed')}</p>;
  if (drawn === undefined) return <p className="p-3">{t('map.loading')}</p>;
  return (
    <figure className="flex h-full flex-col">
      {drawn.map && <ThumbnailPicture map={drawn.map} />}
      <figcaption className="pt-1">
        <span className="line-clamp-2 font-medium break-words">{name}</span>
        {t('map.steps', { count: drawn.steps })}
      </figcaption>
    </figure>
  );
}

function ThumbnailPicture({ map: { box, boxes, lines } }: { map: Thumbnail }) {
  return (
    <svg
      aria-hidden="true"
      viewBox={[box.x, box.y, box.width, box.height].join(' ')}
      className="min-h-0 w-full flex-1 rounded-sm bg-surface"
    >
      {lines.map(({ id, path }) => (
        <path
          key={id}
          d={path}
          vectorEffect="non-scaling-stroke"
          className="fill-none stroke-line-strong stroke-1"
        />
      ))}
      {boxes.map(({ id, kind, ...place }) => (
        <rect
          key={id}
          {...place}
          rx={14}
          vectorEffect="non-scaling-stroke"
          className={`${fills[kind]} stroke-line-strong stroke-1`}
        />
      ))}
    </svg>
  );
}
