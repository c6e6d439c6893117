import { Tooltip } from '@instaflow/ui';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';

const LazyThumbnail = lazy(async () => {
  const { FlowThumbnail } = await import('./flow-thumbnail');
  return { default: FlowThumbnail };
});

export type FlowLinkProps = { flowId: string; name: string; path: string };

/** The name of a flow, which leads into it; resting on it or focusing it shows the map of its steps. */
export function FlowLink({ flowId, name, path }: FlowLinkProps) {
  // Of a fixed size, so that the place it is given before it is loaded fits it afterwards.
  const map = (
    <span className="block h-44 w-64">
      <Suspense fallback={null}>
        <LazyThumbnail flowId={flowId} name={name} />
      </Suspense>
    </span>
  );
  return (
    <Tooltip label={map} side="bottom" isDescription={false}>
      <Link
        to={path}
        className="inline-block max-w-full py-0.5 align-top font-medium break-words hover:underline sm:truncate"
      >
        {name}
      </Link>
    </Tooltip>
  );
}
