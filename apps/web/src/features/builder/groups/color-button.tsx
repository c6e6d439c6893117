import { DropdownMenu, IconButton, MenuItem } from '@instaflow/ui';
import { Check, Palette } from 'lucide-react';
import { useTexts } from '../texts/use-texts';
import { paperColors, type PaperColor } from './paper-colors';

/** A choice of colours by name; the colour itself is only a sample beside it. */
export function ColorButton({
  label,
  color,
  onChoose,
}: {
  label: string;
  color: PaperColor;
  onChoose: (color: PaperColor) => void;
}) {
  const t = useTexts();
  return (
    <DropdownMenu
      trigger={
        <IconButton size="sm" className="nodrag" label={label}>
          <Palette aria-hidden="true" />
        </IconButton>
      }
    >
      {paperColors.map((option) => (
        <MenuItem
          key={option}
          onSelect={() => {
            onChoose(option);
          }}
        >
          <span
            aria-hidden="true"
            data-paper={option}
            className="size-4 rounded-full bg-(--paper) outline-1 outline-(--paper-line)"
          />
          {t(`colors.${option}`)}
          {option === color && <Check aria-hidden="true" className="ml-auto size-4" />}
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}
