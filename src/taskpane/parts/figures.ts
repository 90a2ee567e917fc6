/** Thousands in groups, as the eye reads them: 2,500.00. */
export function grouped(text: string): string {
  const [whole = "", rest] = text.split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return rest === undefined ? groups : `${groups}.${rest}`;
}

/** `85%` of 0.85. */
export function percent(share: number, places = 0): string {
  return `${(share * 100).toFixed(places)}%`;
}
