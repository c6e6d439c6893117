import { isTemplated } from './check-text';
import { instagramLimits } from './instagram-limits';
import type { NodeReport } from './node-report';
import type { ValidationContext } from './validation-context';

type MediaUse = { url: string; type: string | null | undefined; path: string };

const megabyte = 1024 * 1024;

/** Reports a file of this installation that is gone, or that Instagram would not take. */
export function checkMedia(
  { url, type, path }: MediaUse,
  report: NodeReport,
  { findMedia }: Pick<ValidationContext, 'findMedia'>,
): void {
  const file = isTemplated(url) ? undefined : findMedia?.(url);
  if (file === undefined) return;
  if (file === null) {
    report.error('media_gone', path, 'Choose another file: this one was deleted.');
    return;
  }
  const isImage = type ? type === 'image' : file.contentType.startsWith('image/');
  const limit = isImage ? instagramLimits.imageBytes : instagramLimits.fileBytes;
  if (file.bytes > limit) {
    report.error(
      'media_too_large',
      path,
      `Choose a smaller file: Instagram takes ${limit / megabyte} MB, it has ${Math.ceil(file.bytes / megabyte)}.`,
    );
  }
}
