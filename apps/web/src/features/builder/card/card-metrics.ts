/** Every length of a node card in CSS pixels. Cards are drawn from these, so what is measured is what is shown. */
export const cardMetrics = {
  width: 280,
  headerHeight: 48,
  padding: 12,
  gap: 6,
  bubblePaddingX: 12,
  bubblePaddingY: 8,
  fontSize: 13,
  lineHeight: 18,
  maxTextLines: 4,
  factHeight: 20,
  rowHeight: 32,
  outletHeight: 26,
  mediaHeight: 144,
  fileHeight: 40,
  /** The side of a handle's hit area, and how far it reaches out of the card. */
  handleSize: 24,
  handleOverhang: 5,
} as const;
