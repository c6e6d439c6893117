import { useState } from 'react';
import { cx } from './cx';

export type AvatarProps = {
  name: string;
  imageUrl?: string | null;
  size?: 'sm' | 'md' | 'lg' | 'xl';
  className?: string;
};

const sizes = {
  sm: 'size-6 text-xs',
  md: 'size-8 text-xs',
  lg: 'size-10 text-sm',
  xl: 'size-14 text-xl',
};

const hues = [265, 20, 155, 205, 310, 60, 340, 120];

const initialsOf = (name: string): string =>
  name
    .replace(/^@/, '')
    .split(/[\s._-]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((part) => [...part][0]?.toUpperCase() ?? '')
    .join('') || '?';

const hueOf = (name: string): number => {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return hues[sum % hues.length] ?? 265;
};

/** A picture, or initials on a colour that stays the same for a name. Decorative: put the name beside it. */
export function Avatar({ name, imageUrl, size = 'md', className }: AvatarProps) {
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null);
  const hue = hueOf(name);
  return (
    <span
      aria-hidden="true"
      className={cx(
        'inline-grid shrink-0 place-items-center overflow-hidden rounded-full font-semibold select-none',
        sizes[size],
        className,
      )}
      style={{
        background: `light-dark(oklch(0.92 0.05 ${hue}), oklch(0.35 0.07 ${hue}))`,
        color: `light-dark(oklch(0.4 0.1 ${hue}), oklch(0.88 0.07 ${hue}))`,
      }}
    >
      {imageUrl && imageUrl !== brokenUrl ? (
        <img
          src={imageUrl}
          alt=""
          loading="lazy"
          referrerPolicy="no-referrer"
          className="size-full object-cover"
          onError={() => setBrokenUrl(imageUrl)}
        />
      ) : (
        // Drawn by CSS: as text it would become part of the name of the button or link around it.
        <span data-initials={initialsOf(name)} className="before:content-[attr(data-initials)]" />
      )}
    </span>
  );
}
