/** "1,2 Mo", "48 ko" */
export function sizeWords(byteCount: number): string {
  const [value, unit] = byteCount >= 1_000_000 ? [byteCount / 1_000_000, 'Mo'] : [byteCount / 1_000, 'ko'];
  const shown =
    value >= 10 || unit === 'ko' ? String(Math.max(Math.round(value), 1)) : value.toFixed(1).replace('.', ',');
  return `${shown}\u00a0${unit}`;
}
