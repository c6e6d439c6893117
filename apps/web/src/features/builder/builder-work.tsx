import { useStepMenu } from './canvas/use-step-menu';
import { useClipboard } from './clipboard/use-clipboard';
import { useBuilderKeys } from './keyboard/use-builder-keys';
import { useDescribeAddress } from './proposal/use-describe-address';
import { useKeptBreakpoints } from './test-phone/breakpoints/use-kept-breakpoints';
import { useAnnouncements } from './use-announcements';
import { useValidation } from './validation/use-validation';

/** What works beside the picture: keys, clipboard, checks, announcements. Draws nothing, so that the picture comes first. */
export function BuilderWork() {
  useBuilderKeys();
  useClipboard();
  useValidation();
  useAnnouncements();
  useKeptBreakpoints();
  useStepMenu();
  useDescribeAddress();
  // Tells that keys work from here on.
  return <span hidden data-builder-works />;
}
