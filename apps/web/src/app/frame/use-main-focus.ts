import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'react-router';

/** Account and page of an address; what comes after (a conversation, say) is not a new page. */
const pageOf = (pathname: string): string => pathname.split('/').slice(0, 4).join('/');

/** Moves the focus to the content when another page is shown, so that keyboard and screen reader start there. */
export function useMainFocus(): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const page = pageOf(useLocation().pathname);
  const shownPage = useRef(page);
  useEffect(() => {
    if (shownPage.current === page) return;
    shownPage.current = page;
    main.current?.focus({ preventScroll: true });
  }, [page]);
  return main;
}
