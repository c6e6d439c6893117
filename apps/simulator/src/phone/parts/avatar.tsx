type Props = { id: string; size?: 'small' | 'large' };

/** Decorative: the name always stands beside it. */
export function Avatar({ id, size = 'small' }: Props) {
  return <img className={`avatar avatar-${size}`} src={`/cdn/avatar-${id}.svg`} alt="" />;
}
